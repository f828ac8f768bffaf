using System.Numerics;

namespace DslTensors.Tests.Modules;

/// <summary>The models of <c>Reference/models</c>: a new one is a line here, its module, and its files.</summary>
internal static class ReferenceModels
{
    public static readonly Dictionary<string, (Func<Module> Single, Func<Module> Double)> All = new()
    {
        ["mlp"] = (() => new Mlp<float>(), () => new Mlp<double>()),
        ["convnet"] = (() => new ConvNet<float>(), () => new ConvNet<double>()),
        ["tinygpt"] = (() => new TinyGpt<float>(), () => new TinyGpt<double>()),
    };
}

/// <summary>The model of <c>mlp.json</c>.</summary>
[Module]
public partial class Mlp<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    [Buffer(8)]
    public partial Tensor<T> InputScale { get; }

    [Buffer(3, Persistent = false)]
    public partial Tensor<T> Scratch { get; }

    public Linear<T> Fc1 { get; } = new(8, 16);

    public Linear<T> Fc2 { get; } = new(16, 3);

    [return: Shape("b 3")]
    public Tensor<T> Forward([Shape("b 8")] Tensor<T> x) => Fc2.Forward(Fc1.Forward(x * InputScale).Relu());
}

/// <summary>The model of <c>convnet.json</c>.</summary>
[Module]
public partial class ConvNet<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public Sequential<T> Features { get; } = new(
        new Conv2d<T>(1, 4, 3, padding: 1),
        new BatchNorm2d<T>(4),
        new Relu<T>(),
        new MaxPool2d<T>(2),
        new Conv2d<T>(4, 8, 3, padding: 1, bias: false),
        new Relu<T>());

    public Linear<T> Head { get; } = new(128, 3);

    [return: Shape("b 3")]
    public Tensor<T> Forward([Shape("b 1 8 8")] Tensor<T> x) => Head.Forward(Features.Forward(x).Flatten(1));
}
