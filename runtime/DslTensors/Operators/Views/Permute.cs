namespace DslTensors.Operators;

/// <summary>Reorders the dimensions (PyTorch's <c>permute</c>); the result is a view.</summary>
/// <param name="input">The tensor.</param>
/// <param name="dims">For each dimension of the result, the one of the input; each exactly once.</param>
/// <returns>A view of the same elements.</returns>
/// <exception cref="DimensionException"><paramref name="dims"/> is no permutation.</exception>
[TensorOp("s... -> permute(s, dims)")]
public static partial class Permute
{
    private static StridedLayout View(StridedLayout input, params int[] dims)
    {
        if (dims.Length != input.Rank)
        {
            throw new DimensionException(
                "permute(sparse_coo): number of dimensions in the tensor input does not match the length of the desired ordering of dimensions " +
                $"i.e. input.dim() = {input.Rank} is not equal to len(dims) = {dims.Length}");
        }

        var seen = new bool[input.Rank];
        var (sizes, strides) = (new int[dims.Length], new int[dims.Length]);
        for (var i = 0; i < dims.Length; i++)
        {
            var dim = Dimension.Wrap(dims[i], input.Rank);
            if (seen[dim])
                throw new DimensionException($"permute(): duplicate dims are not allowed: [{string.Join(", ", dims)}]. Name each dimension once.");
            seen[dim] = true;
            (sizes[i], strides[i]) = (input.Sizes[dim], input.Strides[dim]);
        }

        return StridedLayout.Strided(sizes, strides);
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, int[] dims)
        where T : unmanaged
    {
        var inverse = new int[dims.Length];
        for (var i = 0; i < dims.Length; i++)
            inverse[Dimension.Wrap(dims[i], dims.Length)] = i;
        return grad.Permute(inverse);
    }
}
