namespace DslTensors.Operators;

/// <summary>One dimension made several (PyTorch's <c>unflatten</c>); the result is a view.</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">The dimension.</param>
/// <param name="sizes">What it becomes; one of them may be -1 and follows from the others.</param>
/// <returns>A view of the same elements.</returns>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
/// <exception cref="ShapeException">The sizes don't multiply to the dimension's.</exception>
[TensorOp("s... -> unflatten(s, dim, sizes)")]
public static partial class Unflatten
{
    private static Tensor<T> Compose<T>(Tensor<T> input, int dim, int[] sizes)
        where T : unmanaged
    {
        var at = Dimension.Wrap(dim, input.Rank);
        var size = input.Rank == 0 ? 1 : input.Shape[at];
        var known = sizes.Where(part => part != -1).Aggregate(1, (product, part) => product * part);
        if (sizes.Count(part => part == -1) > 1 || (sizes.Contains(-1) ? known == 0 || size % known != 0 : known != size))
            throw new ShapeException($"unflatten: Provided sizes {Shape.Format(sizes)} don't multiply up to the size of dim {at} ({size}) in the input tensor. The tensor has shape {input.Shape}.");
        var shape = input.Shape.ToArray();
        return input.Reshape([.. shape[..at], .. sizes.Select(part => part == -1 ? size / known : part), .. shape[(at + 1)..]]);
    }
}
