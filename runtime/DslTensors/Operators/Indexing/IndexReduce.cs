using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The tensor with slices of another combined with its own at given indices of a dimension (PyTorch's <c>index_reduce</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">The dimension.</param>
/// <param name="index">For each slice of <paramref name="source"/>, where it goes.</param>
/// <param name="source">The slices, in other dimensions of the sizes of <paramref name="input"/>.</param>
/// <param name="reduce">How slices that go to one place are combined: by product, mean, greatest or least.</param>
/// <param name="includeSelf">Whether the tensor's own slice is one of them.</param>
/// <returns>A tensor of the shape of <paramref name="input"/>.</returns>
/// <exception cref="DimensionException">The dimension or an index is out of range.</exception>
/// <exception cref="ShapeException">The slices have another shape.</exception>
[TensorOp("s..., i..., e... -> indexed(s, i, dim, e)", InPlace = true)]
public static partial class IndexReduce
{
    private static Tensor<T> Compose<T>(Tensor<T> input, int dim, Tensor<long> index, Tensor<T> source, ScatterReduction reduce, bool includeSelf = true)
        where T : unmanaged, INumber<T>
    {
        if (reduce == ScatterReduction.Sum)
            throw new TensorException("index_reduce(): Expected reduce to be one of prod, mean, amax or amin but got sum. IndexAdd adds.");
        var at = Dimension.Wrap(dim, input.Rank);
        IndexVector.Check("index_reduce_()", index, input, source, at);
        if (input.Rank == 0)
            return input.Reshape(1).ScatterReduce(0, index.Reshape(-1), source.Reshape(1), reduce, includeSelf).Reshape();
        int[] line = [.. Enumerable.Repeat(1, input.Rank)];
        line[at] = -1;
        return input.ScatterReduce(at, index.Reshape(line).Expand(source.Shape.ToArray()), source, reduce, includeSelf);
    }
}
