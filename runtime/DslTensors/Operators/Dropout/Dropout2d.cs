using System.Numerics;

namespace DslTensors.Operators;

/// <summary>
/// Zeros whole channels of images with probability <paramref name="p"/> and divides the others by 1 - p (PyTorch's
/// <c>nn.functional.dropout2d</c>). As in PyTorch three dimensions are [b, c, l], not one image.
/// </summary>
/// <param name="input">The images, [b, c, h, w]; any tensor whose first two dimensions are batch and channels.</param>
/// <param name="p">The probability of being dropped.</param>
/// <param name="training">Whether anything is dropped.</param>
/// <returns>A tensor of the same shape; <paramref name="input"/> itself where nothing is dropped.</returns>
/// <exception cref="TensorException"><paramref name="p"/> is not within 0 and 1.</exception>
/// <exception cref="ShapeException">There are fewer than two dimensions.</exception>
[TensorOp("s... -> s...", InPlace = true)]
public static partial class Dropout2d
{
    private static Tensor<T> Compose<T>(Tensor<T> input, double p = 0.5, bool training = true)
        where T : unmanaged, IFloatingPointIeee754<T> => DropoutMask.Drop(input, p, training, channels: true);
}
