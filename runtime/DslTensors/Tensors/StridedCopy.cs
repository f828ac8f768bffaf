namespace DslTensors;

/// <summary>Copies elements between views of equal sizes and any strides.</summary>
public static class StridedCopy
{
    /// <summary>Copies <paramref name="source"/> into <paramref name="target"/>; the memory must not overlap.</summary>
    public static void Run<T>(TensorView<T> source, TensorView<T> target)
        where T : unmanaged
    {
        if (source.Count == 0)
            return;
        if (source.IsContiguous && target.IsContiguous)
        {
            source.Span.CopyTo(target.Span);
            return;
        }

        if (!Cpu.TransposedCopy.TryRun(source, target))
            CopyDimension(source, target, 0, source.Offset, target.Offset);
    }

    /// <summary>Copies unless both are the same elements, as in an operator that works in place.</summary>
    public static void RunUnlessSame<T>(TensorView<T> source, TensorView<T> target)
        where T : unmanaged
    {
        if (!ReferenceEquals(source.Array, target.Array) || source.Offset != target.Offset)
            Run(source, target);
    }

    private static void CopyDimension<T>(TensorView<T> source, TensorView<T> target, int dim, int from, int to)
        where T : unmanaged
    {
        if (dim == source.Rank)
        {
            target.Array[to] = source.Array[from];
            return;
        }

        var (size, sourceStride, targetStride) = (source.Sizes[dim], source.Strides[dim], target.Strides[dim]);
        if (dim < source.Rank - 1)
        {
            for (var i = 0; i < size; i++)
                CopyDimension(source, target, dim + 1, from + (i * sourceStride), to + (i * targetStride));
        }
        else if (sourceStride == 1 && targetStride == 1)
        {
            source.Array.AsSpan(from, size).CopyTo(target.Array.AsSpan(to, size));
        }
        else if (sourceStride == 0 && targetStride == 1)
        {
            target.Array.AsSpan(to, size).Fill(source.Array[from]);
        }
        else
        {
            for (var i = 0; i < size; i++)
                target.Array[to + (i * targetStride)] = source.Array[from + (i * sourceStride)];
        }
    }
}
