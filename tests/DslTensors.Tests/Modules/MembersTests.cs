namespace DslTensors.Tests.Modules;

public class MembersTests
{
    [Fact]
    public void NamesAndOrderArePyTorchs()
    {
        Assert.Equal(
            ["scale", "pos_embed", "fc1.weight", "fc1.bias", "norm.weight", "norm.running_mean", "norm.num_batches_tracked", "out.weight"],
            new Branched().StateDict().Keys);
        Assert.Equal(
            ["scale", "pos_embed", "fc1.weight", "fc1.bias", "norm.weight", "out.weight"],
            new Branched().NamedParameters().Select(parameter => parameter.Name));
        Assert.Equal(["norm.running_mean", "norm.num_batches_tracked", "norm.scratch"], new Branched().NamedBuffers().Select(buffer => buffer.Name));
        Assert.Equal(["", "fc1", "norm", "out"], new Branched().NamedModules().Select(module => module.Name));
        Assert.Equal(["fc1", "norm", "out"], new Branched().NamedChildren().Select(child => child.Name));
    }

    [Fact]
    public void ANullableChildCountsWhileItIsThere()
    {
        var model = new Branched { Extra = new(1, 1) };

        Assert.Equal(["", "fc1", "norm", "extra", "out"], model.NamedModules().Select(module => module.Name));
        Assert.Contains("extra.weight", model.StateDict().Keys);
    }

    [Fact]
    public void ShapesComeFromConstructorParametersAndArithmetic()
    {
        var norm = new Normalization(5);

        Assert.Equal("[5]", norm.RunningMean.Shape.ToString());
        Assert.Equal("[2, 15]", norm.Scratch.Shape.ToString());
        Assert.Equal("[]", norm.NumBatchesTracked.Shape.ToString());
        Assert.All(norm.Scratch.ToArray(), value => Assert.Equal(0, value));
        Assert.All(norm.Weight.ToArray(), value => Assert.Equal(1, value));
    }

    [Fact]
    public void AConditionalParameterIsAbsentWhenItsConditionIsFalse()
    {
        Assert.Equal(["weight", "bias"], new Affine<float>(2, 3).StateDict().Keys);
        var model = new Affine<float>(2, 3, bias: false);
        Assert.Null(model.Bias);
        Assert.Equal(["weight"], model.StateDict().Keys);
    }

    [Fact]
    public void InheritedMembersComeFirst()
    {
        Assert.Equal(
            ["gain", "offset", "counts", "first.weight", "first.bias", "head.weight", "head.bias"],
            new Classifier(4).StateDict().Keys);
    }

    [Fact]
    public void ContainersNumberTheirChildren()
    {
        var stack = new Outer.Stack(2);

        Assert.Equal(["", "blocks", "blocks.0", "blocks.1", "activation"], stack.NamedModules().Select(module => module.Name));
        Assert.Contains("blocks.1.running_mean", stack.StateDict().Keys);
    }

    [Fact]
    public void ASharedTensorIsOneParameterWithTwoStateKeys()
    {
        var model = new Tied();

        Assert.Equal(["embedding.weight"], model.NamedParameters().Select(parameter => parameter.Name));
        Assert.Same(model.Embedding.Weight, Assert.Single(model.Parameters()));
        Assert.Equal(["embedding.weight", "output.weight"], model.StateDict().Keys);
    }

    [Fact]
    public void ASharedModuleIsOneModuleWithTwoStateKeys()
    {
        var shared = new Affine<float>(1, 1);
        var list = new ModuleList<Affine<float>> { shared, shared };

        Assert.Equal(2, list.Modules().Count());
        Assert.Equal(2, list.Parameters().Count());
        Assert.Equal(["0.weight", "0.bias", "1.weight", "1.bias"], list.StateDict().Keys);
    }

    [Fact]
    public void TypedParametersAreThoseOfTheType()
    {
        Assert.Equal("[]", Assert.Single(new Branched().Parameters<double>()).Shape.ToString());
        Assert.Equal(5, new Branched().Parameters<float>().Count());
    }

    [Fact]
    public void AModuleThatContainsItselfIsAnErrorAndNotTheEndOfTheProcess()
    {
        var parent = new ModuleList<Module>();
        parent.Add(new ModuleList<Module> { parent });

        Assert.Equal(2, parent.Modules().Count());
        Assert.StartsWith("maximum recursion depth exceeded", Assert.Throws<TensorException>(() => parent.StateDict()).Message);
        Assert.StartsWith("maximum recursion depth exceeded", Assert.Throws<TensorException>(() => parent.Train()).Message);
        Assert.StartsWith("maximum recursion depth exceeded", Assert.Throws<TensorException>(() => parent.ToString()).Message);
    }
}
