using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The logarithm of each matrix's determinant; NaN if that is negative (PyTorch's <c>logdet</c>).</summary>
/// <param name="input">The matrices, [..., n, n].</param>
/// <returns>The logarithms.</returns>
/// <exception cref="ShapeException">The matrices are not square.</exception>
[TensorOp("s... n n -> s...")]
[ShapeError("input", ShapeFault.Rank, "logdet: The input tensor A must have at least 2 dimensions.")]
[ShapeError("input", ShapeFault.Size, "logdet: A must be batches of square matrices, but they are {input[^2]} by {input[^1]} matrices")]
public static partial class Logdet
{
    private static Tensor<T> Compose<T>(Tensor<T> input)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (sign, magnitude) = input.Slogdet();
        return magnitude.MaskedFill(sign.Eq(-1), double.NaN);
    }
}
