namespace DslTensors;

/// <summary>One position of an index: an integer, <c>^1</c>, a range, or <see cref="Ellipsis"/>.</summary>
public readonly struct TensorIndex
{
    private readonly Range _range;
    private readonly Index _index;

    private TensorIndex(IndexKind kind, Index index, Range range)
    {
        Kind = kind;
        _index = index;
        _range = range;
    }

    /// <summary>As many whole dimensions as the other positions leave (Python's <c>...</c>).</summary>
    public static TensorIndex Ellipsis { get; } = new(IndexKind.Ellipsis, default, default);

    internal IndexKind Kind { get; }

    /// <summary>One index; negative ones count from the end.</summary>
    public static implicit operator TensorIndex(int index) => new(IndexKind.Single, index < 0 ? new Index(-index, fromEnd: true) : new Index(index), default);

    /// <summary>One index, from either end.</summary>
    public static implicit operator TensorIndex(Index index) => new(IndexKind.Single, index, default);

    /// <summary>A range of indices; bounds beyond the ends are cut off as in Python.</summary>
    public static implicit operator TensorIndex(Range range) => new(IndexKind.Slice, default, range);

    // ^0 lies behind the end, where -0 would be the first element.
    internal int IndexIn(int size) => _index is { IsFromEnd: true, Value: > 0 } ? -_index.Value : _index.GetOffset(size);

    internal (int Start, int Length) RangeIn(int size)
    {
        var start = Math.Clamp(_range.Start.GetOffset(size), 0, size);
        var end = Math.Clamp(_range.End.GetOffset(size), 0, size);
        return (start, Math.Max(0, end - start));
    }
}

/// <summary>What one position of an index does to its dimension.</summary>
internal enum IndexKind
{
    /// <summary>Picks one and removes the dimension.</summary>
    Single,

    /// <summary>Keeps a part.</summary>
    Slice,

    /// <summary>Stands for whole dimensions.</summary>
    Ellipsis,
}
