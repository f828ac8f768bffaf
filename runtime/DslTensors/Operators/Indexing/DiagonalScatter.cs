namespace DslTensors.Operators;

/// <summary>The tensor with a diagonal exchanged (PyTorch's <c>diagonal_scatter</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="src">The elements, in the shape that <c>Diagonal</c> gives.</param>
/// <param name="offset">Which diagonal: 0 is the main one, positive ones lie above it.</param>
/// <param name="dim1">The dimension of the rows.</param>
/// <param name="dim2">The dimension of the columns.</param>
/// <returns>A tensor of the shape of <paramref name="input"/>.</returns>
/// <exception cref="DimensionException">A dimension is out of range, or both are one.</exception>
/// <exception cref="ShapeException">The elements have another shape.</exception>
[TensorOp("s..., e... -> s...")]
public static partial class DiagonalScatter
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> src, int offset = 0, int dim1 = 0, int dim2 = 1)
        where T : unmanaged
    {
        var result = input.Clone();
        var part = result.Diagonal(offset, dim1, dim2);
        SelectScatter.Check("diagonal_scatter", src, part);
        part.CopyInPlace(src);
        return result;
    }
}
