namespace DslTensors.Operators;

/// <summary>Repeats dimensions of size 1 without copying (PyTorch's <c>expand</c>); the result is a view.</summary>
/// <param name="input">The tensor.</param>
/// <param name="size">The sizes of the result; -1 keeps a size, further dimensions may be added in front.</param>
/// <returns>A view of the same elements.</returns>
/// <exception cref="ShapeException">A size other than 1 would have to change.</exception>
[TensorOp("s... -> broadcast(s, size)")]
public static partial class Expand
{
    private static StridedLayout View(StridedLayout input, params int[] size)
    {
        var added = size.Length - input.Rank;
        if (added < 0)
        {
            throw new ShapeException(
                $"expand({Shape.Format(input.Sizes)}, size={Shape.Format(size)}): the number of sizes provided ({size.Length}) " +
                $"must be greater or equal to the number of dimensions in the tensor ({input.Rank})");
        }

        int[] sizes = [.. size];
        var strides = new int[size.Length];
        for (var dim = size.Length - 1; dim >= 0; dim--)
        {
            var old = dim < added ? 1 : input.Sizes[dim - added];
            if (size[dim] == -1 && dim < added)
                throw new ShapeException($"The expanded size of the tensor (-1) isn't allowed in a leading, non-existing dimension {dim}. Give a size for each added dimension.");
            if (size[dim] == -1)
                sizes[dim] = old;
            if (sizes[dim] != old && old != 1)
            {
                throw new ShapeException(
                    $"The expanded size of the tensor ({sizes[dim]}) must match the existing size ({old}) at non-singleton dimension {dim}. " +
                    $"Target sizes: {Shape.Format(size)}. Tensor sizes: {Shape.Format(input.Sizes)}.");
            }

            strides[dim] = dim < added || (old == 1 && sizes[dim] != 1) ? 0 : input.Strides[dim - added];
        }

        return StridedLayout.Strided(sizes, strides);
    }

    // The engine sums over the repeated dimensions.
    private static Tensor<T> GradInput<T>(Tensor<T> grad)
        where T : unmanaged => grad;
}
