namespace DslTensors.Tests.Modules;

/// <summary>PyTorch's <c>copy.deepcopy(model)</c>.</summary>
public class CloneTests
{
    [Fact]
    public void ACloneHasTheSameValuesInTensorsOfItsOwn()
    {
        var model = new Everything<float>(3) { Absent = new(1, 1) };
        var clone = model.Clone();

        Assert.Equal(model.StateDict().Keys, clone.StateDict().Keys);
        foreach (var (key, tensor) in model.StateDict())
            Assert.True(Tensor.Equal(tensor.As<float>(key), clone.StateDict()[key].As<float>(key)), key);
        Assert.Empty(model.Parameters().Intersect(clone.Parameters()));
        Assert.Empty(model.Buffers().Intersect(clone.Buffers()));
        Assert.Empty(model.Modules().Intersect(clone.Modules()));
        Assert.All(clone.Parameters(), parameter => Assert.True(parameter is { RequiresGrad: true, IsLeaf: true }));

        var before = clone.First.Weight.ToArray();
        Init.ZerosInPlace(model.First.Weight);
        Assert.Equal(before, clone.First.Weight.ToArray());
    }

    [Fact]
    public void ACloneComputesTheSameAndTrainsByItself()
    {
        // With the values drawn, everything might stay behind the ReLU.
        var model = new Everything<float>(3);
        foreach (var parameter in model.Parameters<float>())
            Init.ConstantInPlace(parameter, 0.5);
        var clone = model.Clone();
        var x = Init.Ones(2, 3);
        var expected = model.Forward(x).ToArray();
        Assert.Equal(expected, clone.Forward(x).ToArray());

        var optimizer = new Sgd(clone.Parameters(), lr: 0.1);
        clone.Forward(x).Sum().Backward();
        Assert.All(model.Parameters(), parameter => Assert.Null(parameter.Grad));
        optimizer.Step();
        Assert.Equal(expected, model.Forward(x).ToArray());
        Assert.NotEqual(expected, clone.Forward(x).ToArray());
    }

    [Fact]
    public void WhatIsTiedStaysTied()
    {
        var clone = new TiedPair<float>().Clone();
        Assert.Same(clone.Embedding.Weight, clone.Output.Weight);
        Assert.Same(clone.Embedding, clone.Again);
        Assert.Single(clone.Parameters());
        Assert.Equal(["embedding.weight", "output.weight", "again.weight"], clone.StateDict().Keys);
    }

    [Fact]
    public void ModesFlagsAndRegisteredTensorsAreCopiedAndGradientsAreNot()
    {
        var model = new Everything<float>(3);
        model.First.Eval();
        model.Second.RequiresGrad(false);
        model.RegisterBuffer("mask", Init.Ones(2), persistent: false);
        model.RegisterParameter("extra", Init.Ones(2));
        model.Forward(Init.Ones(1, 3)).Sum().Backward();
        Assert.NotNull(model.Scale.Grad);

        var clone = model.Clone();

        Assert.True(clone.Training);
        Assert.False(clone.First.Training);
        Assert.False(clone.Second.Weight.RequiresGrad);
        Assert.Null(clone.Scale.Grad);
        Assert.Contains("extra", clone.StateDict().Keys);
        Assert.NotSame(model.NamedBuffers().Single(buffer => buffer.Name == "mask").Value, clone.NamedBuffers().Single(buffer => buffer.Name == "mask").Value);
        Assert.DoesNotContain("mask", clone.StateDict().Keys);
    }

    [Fact]
    public void OtherMembersAreSharedUnlessTheClassCopiesThem()
    {
        var model = new Everything<float>(3);
        Assert.Same(model.Notes, model.Clone().Notes);

        var remembering = new Remembering();
        var clone = remembering.Clone();
        remembering.History.Add(2);
        Assert.Equal([1], clone.History);
    }

    [Fact]
    public void CapturedModulesAreCopied()
    {
        var inner = new Linear<float>(2, 2);
        var clone = new Wrapped<float>(inner, 3, "x").Clone();
        Assert.NotSame(inner, clone.Inner());
        Assert.Equal(inner.Weight.ToArray(), clone.Inner().Weight.ToArray());
        Assert.Equal("x 3", clone.Label);
    }

    [Fact]
    public void ModulesWithoutAnElementTypeAreCopiedToo()
    {
        var branched = new Branched { Extra = new(2, 2) };
        var clone = branched.Clone();
        Assert.NotSame(branched.Norm, clone.Norm);
        Assert.NotSame(branched.Extra, clone.Extra);
        Assert.Equal(branched.StateDict().Keys, clone.StateDict().Keys);
        Assert.IsType<Linear>(new Linear(2, 3).Clone());
        Assert.NotSame(new Classifier(2).Head, new Classifier(2).Clone().Head);
    }

    [Fact]
    public void AResultOfAnOperatorCantBeCopied()
    {
        var model = new Identity();
        model.RegisterBuffer("cache", new Linear(2, 2).Weight * 2);
        Assert.StartsWith("Only Tensors created explicitly by the user (graph leaves) support the deepcopy protocol at the moment", Assert.Throws<AutogradException>(() => model.Clone()).Message);
    }

    [Fact]
    public void AModuleThatListsItsMembersByHandIsNotSharedUnnoticed() =>
        Assert.Contains("it lists 'child' without copying it", Assert.Throws<TensorException>(() => new ByHand().Clone()).Message);
}

internal static class StateComparison
{
    /// <summary>Any state as floats, to compare it.</summary>
    public static Tensor<float> As<T>(this Tensor tensor, string key) => tensor.To<float>() ?? throw new InvalidOperationException(key);
}
