namespace DslTensors.Tests.Modules;

/// <summary>PyTorch's forward and backward hooks of modules.</summary>
public class HookTests
{
    private readonly Linear _layer = new(2, 2, bias: false) { Weight = Tensor.From([1f, 2, 3, 4]).Reshape(2, 2) };

    [Fact]
    public void AForwardHookSeesInputAndOutput()
    {
        var seen = new List<string>();
        _layer.RegisterForwardHook((module, input, output) => seen.Add($"{module.GetType().Name} {input.Shape} {output.Shape}"));
        Assert.Equal([3, 7], _layer.Call(Init.Ones(1, 2)).ToArray());
        Assert.Equal(["Linear [1, 2] [1, 2]"], seen);
    }

    [Fact]
    public void HooksMayReplaceInputAndOutputInOrder()
    {
        _layer.RegisterForwardPreHook((_, input) => input * 2);
        _layer.RegisterForwardPreHook((_, input) => input + 1);
        _layer.RegisterForwardHook((_, _, output) => output * 10);
        Assert.Equal([90, 210], _layer.Call(Init.Ones(1, 2)).ToArray());
        Assert.Equal([3, 7], _layer.Forward(Init.Ones(1, 2)).ToArray());
    }

    [Fact]
    public void ARemovedHookRunsNoMoreAndTheOthersDo()
    {
        var calls = new List<string>();
        void Note(Module module, Tensor<float> input) => calls.Add("first");
        var first = _layer.RegisterForwardPreHook(Note);
        _layer.RegisterForwardPreHook(Note);
        _layer.Call(Init.Ones(1, 2));
        first.Remove();
        first.Remove();
        _layer.Call(Init.Ones(1, 2));
        Assert.Equal(3, calls.Count);
    }

    [Fact]
    public void ContainersRunTheHooksOfTheirModules()
    {
        var model = new Sequential(_layer, new Relu());
        _layer.RegisterForwardHook((_, _, output) => -output);
        Assert.Equal([0, 0], model.Forward(Init.Ones(1, 2)).ToArray());
    }

    [Fact]
    public void AModulesCallsOfItsChildrenRunTheirHooks()
    {
        var model = new CallsChildren<float>(_layer);
        var seen = new List<string>();
        foreach (var (name, part) in model.NamedModules())
            part.RegisterForwardHook((Module _, object? _, object? output) => Note(name, output));
        object? Note(string name, object? output)
        {
            seen.Add($"{name} {((Tensor)output!).Shape}");
            return null;
        }

        model.Forward(Init.Ones(1, 2));
        Assert.Equal(["layer [1, 2]", "layer [1, 2]", "blocks.0 [1, 2]", "blocks.1 [1, 2]", "extra [1, 2]", "inner [1, 2]", "act [1, 2]"], seen);

        seen.Clear();
        model.Call(Init.Ones(1, 2));
        Assert.Equal(" [1, 2]", seen[^1]);
        Assert.Equal(8, seen.Count);
    }

    [Fact]
    public void AnyModuleTakesUntypedHooks()
    {
        var shapes = new List<string>();
        var model = new Sequential(_layer, new Relu());
        model.Apply(part => part.RegisterForwardHook((Module module, object? input, object? output) =>
        {
            shapes.Add(((Tensor)output!).Shape.ToString());
            return null;
        }));
        model.Call(Init.Ones(1, 2));
        Assert.Equal(["[1, 2]", "[1, 2]", "[1, 2]"], shapes);
    }

    [Fact]
    public void AReplacementOfAnotherTypeIsRefused()
    {
        _layer.RegisterForwardHook((Module _, object? _, object? _) => "text");
        Assert.StartsWith("hook has changed the type of value", Assert.Throws<TensorException>(() => _layer.Call(Init.Ones(1, 2))).Message);
    }

    [Fact]
    public void CopiesKeepTheHooksTheyHad()
    {
        var handle = _layer.RegisterForwardHook((_, _, output) => output * 0);
        var clone = _layer.Clone();
        handle.Remove();
        Assert.Equal([3, 7], _layer.Call(Init.Ones(1, 2)).ToArray());
        Assert.Equal([0, 0], clone.Call(Init.Ones(1, 2)).ToArray());
    }

    [Fact]
    public void AConversionKeepsTheHooksThatFitAnyElements()
    {
        var calls = 0;
        _layer.RegisterForwardHook((_, _, output) => output * 0);
        _layer.RegisterForwardHook((Module _, object? _, object? _) =>
        {
            calls++;
            return null;
        });
        Assert.Equal([3, 7], _layer.To<double>().Call(Init.Ones<double>(1, 2)).ToArray());
        Assert.Equal(1, calls);
    }

    [Fact]
    public void ABackwardHookSeesTheGradientsOfTheCallOnly()
    {
        // As in PyTorch: grad_output is 1 everywhere, grad_input its product with the weight, although x is used elsewhere too.
        var seen = new List<string>();
        _layer.RegisterFullBackwardHook((module, gradInput, gradOutput) =>
        {
            seen.Add($"{string.Join(' ', gradInput!.ToArray())} | {string.Join(' ', gradOutput.ToArray())}");
            return null;
        });
        var x = Init.Ones(1, 2);
        x.RequiresGrad = true;
        (_layer.Call(x).Sum() + (x * 100).Sum()).Backward();
        Assert.Equal(["4 6 | 1 1"], seen);
        Assert.Equal([104, 106], x.Grad!.ToArray());
        Assert.Equal([1, 1, 1, 1], _layer.Weight.Grad!.ToArray());
    }

    [Fact]
    public void ABackwardHookMayReplaceTheGradientOfTheInput()
    {
        _layer.RegisterFullBackwardHook((_, gradInput, _) => gradInput is null ? null : gradInput * 0);
        var x = Init.Ones(1, 2);
        x.RequiresGrad = true;
        _layer.Call(x).Sum().Backward();
        Assert.Equal([0, 0], x.Grad!.ToArray());
        _layer.Call(Init.Ones(1, 2)).Sum().Backward();
        Assert.Equal([2, 2, 2, 2], _layer.Weight.Grad!.ToArray());
    }
}

/// <summary>Calls its children in all the ways that one does.</summary>
[Module]
public partial class CallsChildren<T>(Linear<T> first)
    where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
{
    public Linear<T> Layer { get; } = first;

    public ModuleList<Linear<T>> Blocks { get; } = [new(2, 2), new(2, 2)];

    public Linear<T>? Extra { get; set; } = new(2, 2);

    private readonly IdentityOf<T> _inner = new();

    public IForward<Tensor<T>, Tensor<T>> Act { get; } = new IdentityOf<T>();

    public Tensor<T> Forward(Tensor<T> x)
    {
        x = Layer.Forward(Layer.Forward(x));
        foreach (var block in Blocks)
            x = block.Forward(x.Doubled());
        x = Extra?.Forward(x) ?? x;
        return Act.Forward(Finish(x));
    }

    private Tensor<T> Finish(Tensor<T> x) => Enumerable.Range(0, 1).Select(_ => _inner.Forward(x)).Single();
}

[Module]
public partial class IdentityOf<T>
    where T : unmanaged
{
    public Tensor<T> Forward(Tensor<T> x) => x;
}

/// <summary>An operator that is generated in the same compilation as the modules that use it.</summary>
[TensorOp("s... -> s...")]
public static partial class Doubled
{
    private static Tensor<T> Compose<T>(Tensor<T> input)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => input + input;
}
