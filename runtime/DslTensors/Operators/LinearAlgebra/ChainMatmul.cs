using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The product of matrices in the order of multiplications that needs least work (PyTorch's <c>chain_matmul</c>).</summary>
/// <param name="matrices">The matrices.</param>
/// <returns>The product; a single matrix is returned as it is.</returns>
/// <exception cref="ShapeException">There is none, a rank is wrong, or neighbours don't fit.</exception>
[TensorOp("s...[] -> product...", HalvesInFloat = true)]
public static partial class ChainMatmul
{
    private static Tensor<T> Compose<T>(ReadOnlySpan<Tensor<T>> matrices)
        where T : unmanaged, INumber<T> => matrices.Length switch
        {
            0 => throw new ShapeException("chain_matmul(): Expected one or more matrices. Give at least one."),
            1 => matrices[0],
            _ => MultiDot.Apply(matrices, null),
        };
}
