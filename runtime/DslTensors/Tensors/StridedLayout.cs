namespace DslTensors;

/// <summary>Sizes and strides of a tensor: immutable, and shared by every tensor of the same form.</summary>
public sealed class StridedLayout
{
    /// <summary>The layout of a single element.</summary>
    public static readonly StridedLayout Scalar = new([], []);

    // Results of a few shapes follow one another: each place holds the last layout whose sizes have its hash.
    private static readonly StridedLayout?[] s_recent = new StridedLayout?[256];

    private StridedLayout(int[] sizes, int[] strides)
    {
        Sizes = sizes;
        Strides = strides;
        Count = CountElements(sizes);
        IsContiguous = MatchesRowMajor(sizes, strides);
        RepeatsOneElement = HasNoStride(sizes, strides);
    }

    /// <summary>The size of each dimension; not to be written.</summary>
    public int[] Sizes { get; }

    /// <summary>The distance, in elements, between neighbours along each dimension; not to be written.</summary>
    public int[] Strides { get; }

    /// <summary>The number of dimensions.</summary>
    public int Rank => Sizes.Length;

    /// <summary>The number of elements.</summary>
    public int Count { get; }

    /// <summary>Whether the elements lie one after the other in row-major order.</summary>
    public bool IsContiguous { get; }

    /// <summary>Whether there is one element, however often it is seen.</summary>
    internal bool RepeatsOneElement { get; }

    /// <summary>The layout of one element repeated to these sizes.</summary>
    internal StridedLayout OfOneElement => RepeatsOneElement ? this : field ??= new StridedLayout(Sizes, new int[Sizes.Length]);

    /// <summary>A row-major layout of the given sizes.</summary>
    /// <exception cref="ShapeException">A size is negative, or there are more than 2³¹ elements.</exception>
    public static StridedLayout Contiguous(params ReadOnlySpan<int> sizes)
    {
        if (sizes.Length == 0)
            return Scalar;
        ref var recent = ref s_recent[PlaceOf(sizes)];
        if (recent is { } known && sizes.SequenceEqual(known.Sizes))
            return known;
        foreach (var size in sizes)
        {
            if (size < 0)
                throw new ShapeException($"Trying to create tensor with negative dimension {size}: {Shape.Format(sizes)}. Sizes must be 0 or more.");
        }

        return recent = new StridedLayout(sizes.ToArray(), RowMajor(sizes));
    }

    /// <summary>A layout with explicit strides; the arrays are owned by the layout from here on.</summary>
    public static StridedLayout Strided(int[] sizes, int[] strides) => new(sizes, strides);

    /// <summary>The row-major form of this layout: the same sizes, elements one after the other.</summary>
    public StridedLayout ToContiguous() => IsContiguous ? this : Contiguous(Sizes);

    /// <summary>Whether both layouts have the same sizes.</summary>
    public bool SameSizes(StridedLayout other) => ReferenceEquals(this, other) || ReferenceEquals(Sizes, other.Sizes) || Sizes.AsSpan().SequenceEqual(other.Sizes);

    /// <summary>Whether two positions share an element, as in an expanded tensor.</summary>
    public bool HasInternalOverlap
    {
        get
        {
            for (var dim = 0; dim < Rank && Count > 0; dim++)
            {
                if (Strides[dim] == 0 && Sizes[dim] > 1)
                    return true;
            }

            return false;
        }
    }

    /// <summary>The same elements seen with more dimensions: sizes of 1 are repeated, missing leading dimensions added.</summary>
    /// <returns>The broadcast layout, or <see langword="null"/> when the sizes don't allow it.</returns>
    public StridedLayout? BroadcastTo(int[] sizes)
    {
        if (ReferenceEquals(sizes, Sizes) || Sizes.AsSpan().SequenceEqual(sizes))
            return this;
        var added = sizes.Length - Rank;
        if (added < 0)
            return null;
        var strides = new int[sizes.Length];
        for (var dim = 0; dim < Rank; dim++)
        {
            if (Sizes[dim] == sizes[added + dim])
                strides[added + dim] = Strides[dim];
            else if (Sizes[dim] != 1)
                return null;
        }

        return new StridedLayout(sizes, strides);
    }

    private static int CountElements(int[] sizes)
    {
        long count = 1;
        if (sizes.AsSpan().Contains(0))
            return 0;
        foreach (var size in sizes)
        {
            count *= size;
            if (count > int.MaxValue)
                throw new ShapeException($"A tensor of shape {Shape.Format(sizes)} has more than {int.MaxValue} elements. Split it into parts.");
        }

        return (int)count;
    }

    private static int PlaceOf(ReadOnlySpan<int> sizes)
    {
        var hash = (uint)sizes.Length;
        foreach (var size in sizes)
            hash = (hash ^ (uint)size) * 0x9E3779B1;
        return (int)(hash >> 24);
    }

    private static bool HasNoStride(int[] sizes, int[] strides)
    {
        for (var dim = 0; dim < sizes.Length; dim++)
        {
            if (strides[dim] != 0 && sizes[dim] != 1)
                return false;
        }

        return true;
    }

    private static int[] RowMajor(ReadOnlySpan<int> sizes)
    {
        var strides = new int[sizes.Length];
        long stride = 1;
        for (var dim = sizes.Length - 1; dim >= 0; dim--)
        {
            strides[dim] = (int)Math.Min(stride, int.MaxValue);
            stride *= Math.Max(1, sizes[dim]);
        }

        return strides;
    }

    private static bool MatchesRowMajor(int[] sizes, int[] strides)
    {
        if (sizes.AsSpan().Contains(0))
            return true;
        var expected = 1;
        for (var dim = sizes.Length - 1; dim >= 0; dim--)
        {
            if (sizes[dim] == 1)
                continue;
            if (strides[dim] != expected)
                return false;
            expected *= sizes[dim];
        }

        return true;
    }
}
