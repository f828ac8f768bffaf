using System.Numerics;

namespace DslTensors.Tests.Modules;

/// <summary>A user's generic module with all kinds of members: what is copied, converted and shared is up to their types.</summary>
[Module]
public partial class Everything<T>(int width, bool bias = true)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    [Parameter(nameof(width), Name = "gain")]
    public partial Tensor<T> Scale { get; private set; } = Init.Ones<T>(width);

    [Parameter(nameof(width), When = nameof(bias))]
    public partial Tensor<T>? Shift { get; set; }

    [Buffer]
    public partial Tensor<long> Steps { get; }

    [Buffer(2, Persistent = false)]
    public partial Tensor<T> Scratch { get; }

    public Linear<T> First { get; } = new(width, width);

    private readonly Linear<T> _second = new(width, width, bias: false);

    public Linear<T>? Absent { get; init; }

    public IForward<Tensor<T>, Tensor<T>> Activation { get; set; } = new Relu<T>();

    public ModuleList<Linear<T>> Blocks { get; } = new(2, _ => new Linear<T>(width, width));

    public ModuleDict<Linear<T>> Heads { get; } = new() { ["a"] = new(width, 1), ["b"] = new(width, 2) };

    public ParameterList<T> Factors { get; } = [Init.Ones<T>(1), Init.Zeros<T>(2)];

    public Sequential<T> Tail { get; } = new(new Linear<T>(width, width), new Relu<T>());

    public Module Anything { get; set; } = new Linear<T>(1, 1);

    public Normalization Fixed { get; } = new(2);

    public T Epsilon { get; set; } = T.CreateTruncating(0.25);

    public List<string> Notes { get; } = ["made"];

    public Linear<T> Second => _second;

    public int Width => width;

    public Tensor<T> Forward(Tensor<T> x)
    {
        x = Activation.Call(Second.Call(First.Call(x * Scale)));
        if (Shift is not null)
            x += Shift;
        foreach (var block in Blocks)
            x = block.Call(x);
        return Tail.Forward(x);
    }
}

/// <summary>A language model's tied weights: one tensor in two modules.</summary>
[Module]
public partial class TiedPair<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Linear<T> Embedding { get; } = new(2, 3, bias: false);

    public Linear<T> Output { get; }

    public Linear<T> Again { get; }

    public TiedPair()
    {
        Output = new(2, 3, bias: false) { Weight = Embedding.Weight };
        Again = Embedding;
    }
}

[Module]
public abstract partial class Layered<T>(int width)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Linear<T> Body { get; } = new(width, width);

    public abstract Linear<T> Head { get; }

    public virtual Tensor<T> Forward(Tensor<T> x) => Head.Forward(Body.Forward(x));
}

[Module]
public partial class LayeredClassifier<T>(int width) : Layered<T>(width)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public override Linear<T> Head { get; } = new(width, 2);
}

/// <summary>Keeps what it got from its constructor in captured parameters, whose names generated code would like for itself.</summary>
[Module]
public partial class Wrapped<T>(Linear<T> copier, double converted, string @class)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Tensor<T> Forward(Tensor<T> x) => copier.Forward(x) * converted;

    public string Label => $"{@class} {converted}";

    public Linear<T> Inner() => copier;
}

/// <summary>A class with float elements only, over a generic one.</summary>
[Module]
public partial class FloatOnly() : Linear<float>(2, 2);

[Module]
public partial class WithFunction<T>(Func<Tensor<T>, Tensor<T>> function)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Tensor<T> Forward(Tensor<T> x) => function(x);
}

/// <summary>Lists its child by hand and forgets that copies need one of their own.</summary>
public class ByHand : Module
{
    private readonly Linear _child = new(1, 1);

    protected override IEnumerable<(string Key, Module? Value)> OwnChildren() => [("child", _child)];
}

[Module]
public partial class Remembering
{
    public List<int> History { get; private set; } = [1];

    protected override void OnCopied(Module original) => History = [.. ((Remembering)original).History];
}
