using System.Numerics;

namespace DslTensors.Operators;

/// <summary>
/// Zeros whole channels of sequences with probability <paramref name="p"/> and divides the others by 1 - p (PyTorch's
/// <c>nn.functional.dropout1d</c>).
/// </summary>
/// <param name="input">The sequences, [b, c, l], or one without the batch.</param>
/// <param name="p">The probability of being dropped.</param>
/// <param name="training">Whether anything is dropped.</param>
/// <returns>A tensor of the same shape; <paramref name="input"/> itself where nothing is dropped.</returns>
/// <exception cref="TensorException"><paramref name="p"/> is not within 0 and 1.</exception>
/// <exception cref="ShapeException">There are not two or three dimensions.</exception>
[TensorOp("s... -> s...", InPlace = true)]
public static partial class Dropout1d
{
    private static Tensor<T> Compose<T>(Tensor<T> input, double p = 0.5, bool training = true)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        DropoutMask.Check(p);
        if (input.Rank is not (2 or 3))
        {
            throw new ShapeException(
                $"dropout1d: Expected 2D or 3D input, but received a {input.Rank}D input. Note that dropout1d exists to provide channel-wise dropout on inputs with " +
                $"1 spatial dimension, a channel dimension, and an optional batch dimension (i.e. 2D or 3D inputs). The shape is {input.Shape}.");
        }

        return input.Rank == 3
            ? DropoutMask.Drop(input, p, training, channels: true)
            : DropoutMask.Drop(input.Unsqueeze(0), p, training, channels: true).Squeeze(0);
    }
}
