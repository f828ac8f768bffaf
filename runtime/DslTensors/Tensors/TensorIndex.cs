using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace DslTensors;

/// <summary>
/// One position of an index: an integer, <c>^1</c>, a range, a <see cref="Slice"/> with a step, <see cref="Ellipsis"/>,
/// <see cref="NewAxis"/> (or <see langword="null"/>), a tensor of indices, a list of them like <c>x[[0, 2]]</c>, or a mask.
/// </summary>
[CollectionBuilder(typeof(TensorIndex), nameof(Create))]
public readonly struct TensorIndex
{
    private readonly Range _range;
    private readonly Index _index;
    private readonly int _step;
    private readonly Tensor? _tensor;

    private TensorIndex(IndexKind kind, Index index = default, Range range = default, int step = 1, Tensor? tensor = null)
    {
        Kind = kind;
        _index = index;
        _range = range;
        _step = step;
        _tensor = tensor;
    }

    /// <summary>As many whole dimensions as the other positions leave (Python's <c>...</c>).</summary>
    public static TensorIndex Ellipsis { get; } = new(IndexKind.Ellipsis);

    /// <summary>A new dimension of size 1 (Python's <c>None</c>).</summary>
    public static TensorIndex NewAxis { get; } = new(IndexKind.NewAxis);

    internal IndexKind Kind { get; }

    internal int Step => _step;

    internal Tensor<bool> Mask => _tensor!.As<bool>();

    internal Tensor<long> Indices => _tensor!.As<long>();

    /// <summary>How many dimensions of the tensor the position stands for; an ellipsis takes what is left.</summary>
    internal int Rank => Kind switch
    {
        IndexKind.Ellipsis or IndexKind.NewAxis => 0,
        IndexKind.Mask => _tensor!.Rank,
        _ => 1,
    };

    /// <summary>Every so many indices of a dimension (Python's <c>start:stop:step</c>); bounds beyond the ends are cut off as in Python.</summary>
    /// <param name="start">The first index, negative from the end; by default 0.</param>
    /// <param name="stop">The bound, not included, negative from the end; by default the size.</param>
    /// <param name="step">The distance between indices, 1 or more.</param>
    /// <exception cref="DimensionException">The step is not positive.</exception>
    public static TensorIndex Slice(int? start = null, int? stop = null, int step = 1)
    {
        if (step <= 0)
            throw new DimensionException($"step must be greater than zero: Slice({start}, {stop}, {step}). Use x.Flip(dim) to count backwards.");
        return new TensorIndex(IndexKind.Slice, range: new Range(start is { } first ? From(first) : Index.Start, stop is { } end ? From(end) : Index.End), step: step);
    }

    /// <summary>One index; negative ones count from the end.</summary>
    public static implicit operator TensorIndex(int index) => new(IndexKind.Single, From(index));

    /// <summary>One index, from either end.</summary>
    public static implicit operator TensorIndex(Index index) => new(IndexKind.Single, index);

    /// <summary>A range of indices; bounds beyond the ends are cut off as in Python.</summary>
    public static implicit operator TensorIndex(Range range) => new(IndexKind.Slice, range: range);

    /// <summary>The places where a mask is true; it stands for as many dimensions as it has.</summary>
    public static implicit operator TensorIndex(Tensor<bool> mask) => new(IndexKind.Mask, tensor: NotNull(mask));

    /// <summary>The indices that a tensor holds; negative ones count from the end. Several such positions broadcast and go together.</summary>
    public static implicit operator TensorIndex(Tensor<long> indices) => new(IndexKind.Indices, tensor: NotNull(indices));

    /// <inheritdoc cref="op_Implicit(Tensor{long})"/>
    public static implicit operator TensorIndex(Tensor<int> indices) => new(IndexKind.Indices, tensor: NotNull(indices).To<long>());

    /// <summary>The indices of an array; negative ones count from the end.</summary>
    public static implicit operator TensorIndex(int[] indices) => Tensor.From(NotNull(indices));

    /// <summary>The indices of a list: what <c>x[[0, 2]]</c> calls.</summary>
    public static TensorIndex Create(ReadOnlySpan<int> indices) => Tensor.From(indices);

    /// <summary>The indices of a list; collection expressions ask for it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public IEnumerator<int> GetEnumerator() => Indices.To<int>().GetEnumerator();

    // ^0 lies behind the end, where -0 would be the first element.
    internal int IndexIn(int size) => _index is { IsFromEnd: true, Value: > 0 } ? -_index.Value : _index.GetOffset(size);

    internal (int Start, int Length) RangeIn(int size)
    {
        var start = Math.Clamp(_range.Start.GetOffset(size), 0, size);
        var end = Math.Clamp(_range.End.GetOffset(size), 0, size);
        return (start, Math.Max(0, (end - start + _step - 1) / _step));
    }

    private static Index From(int index) => index < 0 ? new Index(-index, fromEnd: true) : new Index(index);

    private static TArgument NotNull<TArgument>(TArgument? argument)
        where TArgument : class
    {
        ArgumentNullException.ThrowIfNull(argument);
        return argument;
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

    /// <summary>Adds a dimension of size 1.</summary>
    NewAxis,

    /// <summary>Picks what a mask says.</summary>
    Mask,

    /// <summary>Picks what a tensor of indices says.</summary>
    Indices,
}
