using DslTensors;

namespace Benchmarks.Workloads;

/// <summary>Two convolutions, a pool after the first, and a linear layer: for images of 8x8.</summary>
[Module]
internal sealed partial class ConvNet
{
    public Conv2d Conv1 { get; } = new(1, 16, 3, padding: 1);

    public Conv2d Conv2 { get; } = new(16, 32, 3, padding: 1);

    public Linear Fc { get; } = new(32 * 4 * 4, 10);

    public Tensor<float> Forward(Tensor<float> x) =>
        Fc.Forward(Conv2.Forward(Conv1.Forward(x).Relu().MaxPool2d(2)).Relu().Flatten(1));
}
