using System.Numerics;

namespace DslTensors.Operators;

/// <summary>
/// Zeros elements with probability <paramref name="p"/> and divides the others by 1 - p, so that the mean stays (PyTorch's
/// <c>nn.functional.dropout</c>), in PyTorch's sequence after <see cref="Tensor.ManualSeed"/>. What is saved for backward is the mask.
/// </summary>
/// <param name="input">The tensor.</param>
/// <param name="p">The probability of being dropped.</param>
/// <param name="training">Whether anything is dropped.</param>
/// <returns>A tensor of the same shape; <paramref name="input"/> itself where nothing is dropped.</returns>
/// <exception cref="TensorException"><paramref name="p"/> is not within 0 and 1.</exception>
[TensorOp("s... -> s...", InPlace = true)]
public static partial class Dropout
{
    private static Tensor<T> Compose<T>(Tensor<T> input, double p = 0.5, bool training = true)
        where T : unmanaged, IFloatingPointIeee754<T> => DropoutMask.Drop(input, p, training);
}
