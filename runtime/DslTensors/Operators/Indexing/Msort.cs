using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The elements sorted along the first dimension (PyTorch's <c>msort</c>).</summary>
/// <param name="input">The tensor.</param>
/// <returns>A tensor of the same shape.</returns>
[TensorOp("s... -> s...")]
public static partial class Msort
{
    private static Tensor<T> Compose<T>(Tensor<T> input)
        where T : unmanaged, INumber<T> => input.Sort(0).Values;
}
