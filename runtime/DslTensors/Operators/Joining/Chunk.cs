namespace DslTensors.Operators;

/// <summary>At most so many parts of equal size along a dimension, the last one smaller if need be (PyTorch's <c>chunk</c>); they are views.</summary>
/// <param name="input">The tensor.</param>
/// <param name="chunks">How many parts at most.</param>
/// <param name="dim">The dimension.</param>
/// <returns>The parts, in order.</returns>
/// <exception cref="ShapeException"><paramref name="chunks"/> is not positive.</exception>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
[TensorOp("s... -> chunk(s, chunks, dim)[]")]
public static partial class Chunk
{
    private static Tensor<T>[] Compose<T>(Tensor<T> input, int chunks, int dim = 0)
        where T : unmanaged
    {
        if (chunks <= 0)
            throw new ShapeException($"chunk expects `chunks` to be greater than 0, got: {chunks}. Give how many parts to make.");
        var size = input.Shape[Dimension.Wrap(dim, input.Rank)];
        return Split.Apply(input, Math.Max(1, (size + chunks - 1) / chunks), dim);
    }
}
