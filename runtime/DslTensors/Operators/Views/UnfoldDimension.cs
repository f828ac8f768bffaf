namespace DslTensors.Operators;

/// <summary>All windows of a size along a dimension (PyTorch's <c>Tensor.unfold</c>); the result is a view.</summary>
/// <param name="input">The tensor.</param>
/// <param name="dimension">The dimension, which becomes that of the windows.</param>
/// <param name="size">The size of a window.</param>
/// <param name="step">The distance between two windows.</param>
/// <returns>A view with the elements of a window as last dimension.</returns>
/// <exception cref="DimensionException">The dimension is out of range, or no window fits.</exception>
[TensorOp("s... -> windows...", Method = "Unfold")]
public static partial class UnfoldDimension
{
    private static StridedLayout View(StridedLayout input, int dimension, int size, int step) => Of(input, dimension, size, step);

    /// <summary>The layout of the windows.</summary>
    internal static StridedLayout Of(StridedLayout input, int dimension, int size, int step)
    {
        var at = Dimension.Wrap(dimension, input.Rank);
        var (length, stride) = input.Rank == 0 ? (1, 1) : (input.Sizes[at], input.Strides[at]);
        if (size > length)
            throw new DimensionException($"maximum size for tensor at dimension {at} is {length} but size is {size}. A window must fit into the dimension.");
        if (size < 0)
            throw new DimensionException($"size is {size} but must be >= 0. unfold: it is the number of elements of a window.");
        if (step <= 0)
            throw new DimensionException($"step is {step} but must be > 0. unfold: it is the distance between two windows.");
        if (input.Rank == 0)
            return StridedLayout.Strided([size], [1]);
        int[] sizes = [.. input.Sizes, size];
        int[] strides = [.. input.Strides, stride];
        sizes[at] = ((length - size) / step) + 1;
        strides[at] = stride * step;
        return StridedLayout.Strided(sizes, strides);
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Shape inputShape, int dimension, int size, int step)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
            return UnfoldedSum.Apply(grad.As<float>(), inputShape, dimension, size, step, null).As<T>();
        return typeof(T) == typeof(double)
            ? UnfoldedSum.Apply(grad.As<double>(), inputShape, dimension, size, step, null).As<T>()
            : UnfoldedSum.Apply(grad.To<float>(), inputShape, dimension, size, step, null).To<T>();
    }
}

/// <summary>Zeros with the elements of all windows added: the gradient of <see cref="UnfoldDimension"/>.</summary>
[TensorOp("s... -> whole...", Name = "unfold_backward", IsInternal = true)]
public static partial class UnfoldedSum
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> result, Shape whole, int dimension, int size, int step)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        result.Span.Clear();
        if (input.Count == 0)
            return;
        var windows = new TensorView<T>(result.Array, result.Offset, UnfoldDimension.Of(result.Layout, dimension, size, step));
        var source = input.Dense().Span;
        Span<int> place = stackalloc int[windows.Rank];
        place.Clear();
        foreach (var element in source)
        {
            var at = windows.Offset;
            for (var dim = 0; dim < place.Length; dim++)
                at += place[dim] * windows.Strides[dim];
            windows.Array[at] += element;
            for (var dim = place.Length - 1; dim >= 0 && ++place[dim] == windows.Sizes[dim]; dim--)
                place[dim] = 0;
        }
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, int dimension, int size, int step)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => grad.Unfold(dimension, size, step);
}
