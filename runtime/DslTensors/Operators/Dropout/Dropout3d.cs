using System.Numerics;

namespace DslTensors.Operators;

/// <summary>
/// Zeros whole channels of volumes with probability <paramref name="p"/> and divides the others by 1 - p (PyTorch's
/// <c>nn.functional.dropout3d</c>).
/// </summary>
/// <param name="input">The volumes, [b, c, d, h, w], or one without the batch.</param>
/// <param name="p">The probability of being dropped.</param>
/// <param name="training">Whether anything is dropped.</param>
/// <returns>A tensor of the same shape; <paramref name="input"/> itself where nothing is dropped.</returns>
/// <exception cref="TensorException"><paramref name="p"/> is not within 0 and 1.</exception>
[TensorOp("s... -> s...", InPlace = true)]
public static partial class Dropout3d
{
    private static Tensor<T> Compose<T>(Tensor<T> input, double p = 0.5, bool training = true)
        where T : unmanaged, IFloatingPointIeee754<T> => input.Rank == 5
            ? DropoutMask.Drop(input, p, training, channels: true)
            : DropoutMask.Drop(input.Unsqueeze(0), p, training, channels: true).Squeeze(0);
}
