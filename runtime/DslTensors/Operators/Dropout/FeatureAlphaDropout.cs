using System.Numerics;

namespace DslTensors.Operators;

/// <summary>
/// Sets whole channels to the least value of SELU with probability <paramref name="p"/>, then scales and shifts all so that mean 0 and variance 1
/// stay (PyTorch's <c>nn.functional.feature_alpha_dropout</c>).
/// </summary>
/// <param name="input">The tensor, [b, c, ...].</param>
/// <param name="p">The probability of being dropped.</param>
/// <param name="training">Whether anything is dropped.</param>
/// <returns>A tensor of the same shape; <paramref name="input"/> itself where nothing is dropped.</returns>
/// <exception cref="TensorException"><paramref name="p"/> is not within 0 and 1.</exception>
/// <exception cref="ShapeException">There are fewer than two dimensions.</exception>
[TensorOp("s... -> s...", InPlace = true)]
public static partial class FeatureAlphaDropout
{
    private static Tensor<T> Compose<T>(Tensor<T> input, double p = 0.5, bool training = false)
        where T : unmanaged, IFloatingPointIeee754<T> => DropoutMask.DropToFloor(input, p, training, channels: true);
}
