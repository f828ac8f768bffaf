namespace DslTensors.Tests.Modules;

/// <summary>PyTorch's <c>model.to(torch.float64)</c>, which gives a module of another type here.</summary>
[Collection(nameof(Alone))]
public class ConversionTests
{
    [Fact]
    public void ALayerBecomesOneOfTheOtherType()
    {
        Linear layer = new(2, 3);
        layer.Eval();
        Linear<double> converted = layer.To<double>();

        Assert.Equal(layer.Weight.ToArray().Select(value => (double)value), converted.Weight.ToArray());
        Assert.Equal(layer.Bias!.ToArray().Select(value => (double)value), converted.Bias!.ToArray());
        Assert.False(converted.Training);
        Assert.All(converted.Parameters(), parameter => Assert.True(parameter is Tensor<double> { RequiresGrad: true, IsLeaf: true }));
        Assert.Null(new Linear(2, 3, bias: false).To<double>().Bias);
        Assert.Equal(3, converted.OutFeatures);
    }

    [Fact]
    public void AUsersModuleIsConvertedWithAllThatBelongsToIt()
    {
        var model = new Everything<float>(3) { Absent = null };
        model.Steps.AsSpan().Fill(7);
        model.First.Eval();
        model.Second.RequiresGrad(false);
        model.RegisterBuffer("mask", Init.Ones(2));
        model.RegisterBuffer("ids", Init.Ones<long>(2));

        Everything<double> converted = model.To<double>();

        Assert.Equal(model.StateDict().Keys, converted.StateDict().Keys);
        foreach (var (key, tensor) in model.StateDict())
        {
            var other = converted.StateDict()[key];
            Assert.True(Tensor.Equal(tensor.To<double>(), other.To<double>()), key);
            var isKept = !tensor.DType.IsFloatingPoint() || key.StartsWith("fixed.", StringComparison.Ordinal);
            Assert.Equal(isKept ? tensor.DType : DType.Float64, other.DType);
        }

        Assert.Equal(7, converted.Steps.Item());
        Assert.False(converted.First.Training);
        Assert.True(converted.Training && converted.Blocks.Training);
        Assert.False(converted.Second.Weight.RequiresGrad);
        Assert.Equal(0.25, converted.Epsilon);
        Assert.Equal(3, converted.Width);
        Assert.IsType<Linear<double>>(converted.Anything);
        Assert.IsType<Relu<double>>(converted.Activation);
        Assert.Same(model.Notes, converted.Notes);
        Assert.Empty(model.Buffers().Intersect(converted.Buffers()));
        Assert.Equal(model.Forward(Init.Ones(2, 3)).ToArray().Select(value => (double)value), converted.Forward(Init.Ones<double>(2, 3)).ToArray(), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void ConversionDrawsNoRandomNumbersAndRecordsNothing()
    {
        var model = new Everything<float>(3);
        var state = RandomSource.Default.GetState();
        _ = model.To<double>();
        var next = RandomSource.Default.Random64();
        RandomSource.Default.SetState(state);
        Assert.Equal(next, RandomSource.Default.Random64());
    }

    [Fact]
    public void WhatIsTiedStaysTied()
    {
        var converted = new TiedPair<float>().To<double>();
        Assert.Same(converted.Embedding.Weight, converted.Output.Weight);
        Assert.Same(converted.Embedding, converted.Again);
        Assert.Single(converted.Parameters());
    }

    [Fact]
    public void DerivedModulesStayWhatTheyAre()
    {
        Layered<float> model = new LayeredClassifier<float>(2);
        Layered<double> converted = model.To<double>();
        Assert.IsType<LayeredClassifier<double>>(converted);
        Assert.Equal([3, 2], converted.Forward(Init.Ones<double>(3, 2)).Shape.ToArray());
    }

    [Fact]
    public void CapturedParametersComeAlong()
    {
        var converted = new Wrapped<float>(new(2, 2), 3, "x").To<double>();
        Assert.Equal("x 3", converted.Label);
        Assert.Equal([1, 2], converted.Forward(Init.Ones<double>(1, 2)).Shape.ToArray());
    }

    [Fact]
    public void ToTheSameTypeIsACopy()
    {
        var layer = new Linear(2, 3);
        var same = layer.To<float>();
        Assert.NotSame(layer.Weight, same.Weight);
        Init.ZerosInPlace(layer.Weight);
        Assert.NotEqual(layer.Weight.ToArray(), same.Weight.ToArray());
    }

    [Fact]
    public void ContainersAreConverted()
    {
        var model = new Sequential(("fc", new Linear(2, 3)), ("act", new Relu()), ("deep", new Sequential(new Linear(3, 1))));
        var converted = model.To<double>();
        Assert.Equal(["fc.weight", "fc.bias", "deep.0.weight", "deep.0.bias"], converted.StateDict().Keys);
        Assert.Equal([4, 1], converted.Forward(Init.Ones<double>(4, 2)).Shape.ToArray());
        Assert.Equal([1.0], new ParameterDict<float> { ["a"] = Init.Ones(1) }.To<double>()["a"].ToArray());
    }

    [Fact]
    public void HalvesAreConvertedAsWell() => Assert.IsType<Tensor<BFloat16>>(new Linear(2, 3).To<BFloat16>().Weight);

    [Fact]
    public void WhatHasNoOtherFormSaysWhy()
    {
        Assert.Contains("FloatOnly can't be converted to other elements: its class derives from", Assert.Throws<TensorException>(() => new FloatOnly().To<double>()).Message);
        Assert.Contains("Logged can't be converted to Double elements", Assert.Throws<TensorException>(() => new Sequential(new Logged("a", [])).To<double>()).Message);
    }

    [Fact]
    public void AFunctionOfTheElementTypeStaysBehind() => Assert.Null(typeof(WithFunction<float>).GetMethod("To"));
}
