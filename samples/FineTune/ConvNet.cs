using DslTensors;

namespace FineTune;

/// <summary>Convolutions that find strokes, and a fully connected head that tells digits by them.</summary>
[Module]
partial class ConvNet
{
    public Sequential Body { get; } = new(
        new Conv2d(1, 16, 3, padding: 1), new Relu(), new MaxPool2d(2),
        new Conv2d(16, 32, 3, padding: 1), new Relu(), new MaxPool2d(2),
        new Flatten());

    public Linear Head { get; } = new(32 * 2 * 2, 10);

    [return: Shape("b 10")]
    public Tensor<float> Forward([Shape("b 1 8 8")] Tensor<float> images) => Head.Forward(Body.Forward(images));
}
