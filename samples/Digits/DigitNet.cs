using DslTensors;

namespace Digits;

/// <summary>Reads a digit from the 64 pixels of its image: two linear layers with a relu between them.</summary>
[Module]
public partial class DigitNet
{
    /// <summary>From the pixels to 128 features.</summary>
    public Linear Fc1 { get; } = new(64, 128);

    /// <summary>From the features to a score for each digit.</summary>
    public Linear Fc2 { get; } = new(128, 10);

    /// <summary>Brings pixels of 0 to 16 to 0 to 1: part of the model's state, but not trained.</summary>
    [Buffer(64)]
    public partial Tensor<float> PixelScale { get; } = Tensor.Full([64], 1f / 16);

    /// <summary>The scores (logits) of the ten digits for each image.</summary>
    [return: Shape("b 10")]
    public Tensor<float> Forward([Shape("b 64")] Tensor<float> x) => Fc2.Forward(Fc1.Forward(x * PixelScale).Relu());
}
