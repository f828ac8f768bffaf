using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Each element rounded to some decimals (PyTorch's <c>round</c> with <c>decimals</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="decimals">How many digits to keep after the point; a negative number rounds to tens, hundreds, ...</param>
/// <returns>A tensor of the same shape.</returns>
[TensorOp("s... -> s...", Method = "Round")]
public static partial class RoundToDecimals
{
    private static Tensor<T> Compose<T>(Tensor<T> input, int decimals)
        where T : unmanaged, IFloatingPointIeee754<T> => decimals switch
        {
            0 => input.Round(),
            > 0 => (input * Math.Pow(10, decimals)).Round() / Math.Pow(10, decimals),
            _ => (input / Math.Pow(10, -decimals)).Round() * Math.Pow(10, -decimals),
        };
}
