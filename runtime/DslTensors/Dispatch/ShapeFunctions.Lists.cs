namespace DslTensors;

public static partial class ShapeFunctions
{
    /// <summary>The sizes of each tensor of a list.</summary>
    public static int[][] SizesOf<T>(ReadOnlySpan<Tensor<T>> tensors)
        where T : unmanaged
    {
        var sizes = new int[tensors.Length][];
        for (var i = 0; i < sizes.Length; i++)
            sizes[i] = tensors[i].Layout.Sizes;
        return sizes;
    }

    /// <summary>The sizes of tensors joined along a dimension. An empty vector joins with anything, as in PyTorch.</summary>
    /// <exception cref="ShapeException">There is no tensor, one is a scalar, or other sizes differ.</exception>
    /// <exception cref="DimensionException">The dimension is out of range.</exception>
    public static StridedLayout Concat(int[][] s, int dim)
    {
        if (s.Length == 0)
            throw new ShapeException("cat(): expected a non-empty list of Tensors. Give at least one.");
        if (Array.FindIndex(s, sizes => sizes.Length == 0) is >= 0 and var scalar)
            throw new ShapeException($"zero-dimensional tensor (at position {scalar}) cannot be concatenated. Use Tensor.Stack, or x.Unsqueeze(0) first.");
        var first = Array.Find(s, sizes => sizes is not [0]) ?? s[0];
        var at = Dimension.Wrap(dim, first.Length);
        int[] joined = [.. first];
        joined[at] = 0;
        for (var i = 0; i < s.Length; i++)
        {
            if (s[i] is [0])
                continue;
            if (s[i].Length != first.Length)
                throw new ShapeException($"Tensors must have same number of dimensions: got {first.Length} and {s[i].Length}. The shapes are {Shape.Format(first)} and {Shape.Format(s[i])}; add a dimension with Unsqueeze.");
            for (var j = 0; j < first.Length; j++)
            {
                if (j != at && s[i][j] != first[j])
                    throw new ShapeException($"Sizes of tensors must match except in dimension {at}. Expected size {first[j]} but got size {s[i][j]} for tensor number {i} in the list. The shapes are {Shape.Format(first)} and {Shape.Format(s[i])}.");
            }

            joined[at] += s[i][at];
        }

        return StridedLayout.Contiguous(joined);
    }

    /// <summary>The sizes of tensors of one shape side by side along a new dimension.</summary>
    /// <exception cref="ShapeException">There is no tensor, or the shapes differ.</exception>
    /// <exception cref="DimensionException">The dimension is out of range.</exception>
    public static StridedLayout Insert(int[][] s, int dim, int count)
    {
        if (s.Length == 0)
            throw new ShapeException("stack expects a non-empty TensorList. Give at least one tensor.");
        var layout = Insert(s[0].AsSpan(), dim, count);
        for (var i = 1; i < s.Length; i++)
        {
            if (!s[i].AsSpan().SequenceEqual(s[0]))
                throw new ShapeException($"stack expects each tensor to be equal size, but got {Shape.Format(s[0])} at entry 0 and {Shape.Format(s[i])} at entry {i}. Use Tensor.Cat for tensors that differ along one dimension.");
        }

        return layout;
    }

    /// <summary>The sizes with one more.</summary>
    /// <exception cref="DimensionException">The dimension is out of range.</exception>
    public static StridedLayout Insert(ReadOnlySpan<int> s, int dim, int count)
    {
        var at = Dimension.Wrap(dim, s.Length + 1);
        return StridedLayout.Contiguous([.. s[..at], count, .. s[at..]]);
    }
}
