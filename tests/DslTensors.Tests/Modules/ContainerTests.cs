namespace DslTensors.Tests.Modules;

public class ContainerTests
{
    [Fact]
    public void SequentialRunsItsModulesInOrder()
    {
        var log = new List<string>();
        var model = new Sequential(new Logged("a", log), new Sequential(new Logged("b", log)), new Logged("c", log));
        var input = Init.Zeros(1);

        Assert.Same(input, model.Forward(input));

        Assert.Equal(["a", "b", "c"], log);
        Assert.Equal(["", "0", "1", "1.0", "2"], model.NamedModules().Select(module => module.Name));
    }

    [Fact]
    public void LayersOfOtherTypesChainToo()
    {
        var model = new Sequential<double>(new Linear<double>(2, 1, bias: false), new Relu<double>());
        ((Linear<double>)model[0]).Weight.AsSpan().Fill(-1);

        Assert.Equal([0, 5], model.Forward(Tensor.From([1.0, 2, -2, -3]).Reshape(2, 2)).ToArray());
    }

    [Fact]
    public void SequentialTakesOnlyModules() =>
        Assert.Contains("NoModule is not a Module subclass", Assert.Throws<TensorException>(() => new Sequential(new NoModule())).Message);

    [Fact]
    public void AModuleListIsWrittenAsACollection()
    {
        ModuleList<Affine<float>> list = [new(1, 2), new(2, 3)];

        Assert.Equal(2, list.Count);
        Assert.Equal(["0.weight", "0.bias", "1.weight", "1.bias"], list.NamedParameters().Select(parameter => parameter.Name));
        list[1] = new(5, 5, bias: false);
        Assert.Equal(["0.weight", "0.bias", "1.weight"], list.StateDict().Keys);
    }

    [Fact]
    public void ModulesPrintAsInPyTorch()
    {
        var model = new ModuleList<Module> { new Linear(2, 3), new Sequential(new Linear(3, 1, bias: false)), new Identity() };

        Assert.Equal(
            """
            ModuleList(
              (0): Linear(in_features=2, out_features=3, bias=True)
              (1): Sequential(
                (0): Linear(in_features=3, out_features=1, bias=False)
              )
              (2): Identity()
            )
            """,
            model.ToString());
    }

    private sealed class NoModule : IForward<Tensor<float>, Tensor<float>>
    {
        public Tensor<float> Forward(Tensor<float> input) => input;
    }
}

[Module]
public partial class Logged(string name, List<string> log)
{
    public Tensor<float> Forward(Tensor<float> x)
    {
        log.Add(name);
        return x;
    }
}
