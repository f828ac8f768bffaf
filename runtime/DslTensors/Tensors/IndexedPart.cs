namespace DslTensors;

/// <summary>
/// A part of a tensor as an index names it: a view, which integers, ranges and new dimensions make, and tensors of indices for some
/// dimensions of that view.
/// </summary>
internal sealed partial class IndexedPart<T>
    where T : unmanaged
{
    private readonly Tensor<T> _tensor;
    private Tensor<T> _view;
    private List<Tensor<long>?>? _picks;
    private int _dim;

    private IndexedPart(Tensor<T> tensor) => (_tensor, _view) = (tensor, tensor);

    private bool IsView => _picks is null;

    /// <summary>Goes through the positions from left to right, as PyTorch does.</summary>
    public static IndexedPart<T> Of(Tensor<T> tensor, ReadOnlySpan<TensorIndex?> index)
    {
        var part = new IndexedPart<T>(tensor);
        var named = 0;
        foreach (var position in index)
            named += position?.Rank ?? 0;
        if (tensor.Rank == 0 && index is [{ Kind: IndexKind.Single }])
            throw new DimensionException("invalid index of a 0-dim tensor. Use x.Item() to read its element.");
        if (named > tensor.Rank)
            throw new DimensionException($"too many indices for tensor of dimension {tensor.Rank}: {named} positions for shape {tensor.Shape}. Leave some out.");
        for (var i = 0; i < index.Length; i++)
            part.Apply(index[i] ?? TensorIndex.NewAxis, tensor.Rank - named, i);
        return part;
    }

    /// <summary>The part.</summary>
    public Tensor<T> Read()
    {
        if (IsView)
            return _view;
        var (view, index, size, dim) = Picked();
        return Operators.AdvancedIndex.Apply(view, index, size, dim, null);
    }

    /// <summary>Overwrites the part with a value that broadcasts to it.</summary>
    public void Write(Tensor<T> value)
    {
        var values = WithoutLeadingOnes(value);
        if (IsView)
        {
            _view.CopyInPlace(values.Rank == 0 ? values : values.Expand(_view.Shape.ToArray()));
            return;
        }

        var (view, index, size, dim) = Picked();
        Operators.AdvancedIndexPut.ApplyInPlace(view, index, Broadcast(values, size), dim);
    }

    /// <summary>A tensor of the whole tensor's shape, made by an operator from the tensor, the indices and a value that broadcasts to the part.</summary>
    /// <exception cref="ShapeException">The index has integers, ranges or new dimensions.</exception>
    public Tensor<T> Put(Func<Tensor<T>, Tensor<long>, Tensor<T>, int, Tensor<T>> put, Tensor<T> value)
    {
        if (IsView || !ReferenceEquals(_view, _tensor))
            throw new ShapeException("tensors used as indices must be long, byte or bool tensors. index_put takes only tensors of indices, masks and '..': write x[index] = value for others.");
        var (view, index, size, dim) = Picked();
        var result = put(view, index, Broadcast(WithoutLeadingOnes(value), size), dim);
        if (ReferenceEquals(view, _tensor))
            return result;
        var order = Order();
        var inverse = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
            inverse[order[i]] = i;
        return result.Permute(inverse);
    }

    // Tensors of indices that stand for dimensions which are no neighbours have their result in front.
    private (Tensor<T> View, Tensor<long> Index, int[] Size, int Dim) Picked()
    {
        var picks = _picks!;
        int[] dims = [.. Enumerable.Range(0, picks.Count).Where(i => picks[i] is not null)];
        var index = Stacked([.. dims.Select(i => picks[i]!)]);
        var (view, first) = (_view, dims[0]);
        if (dims[^1] - first != dims.Length - 1)
            (view, first) = (view.Permute(Order()), 0);
        var sizes = view.Layout.Sizes;
        return (view, index, [.. sizes[..first], .. index.Layout.Sizes[1..], .. sizes[(first + dims.Length)..]], first);
    }

    // The indexed dimensions, then the others.
    private int[] Order()
    {
        int[] dims = [.. Enumerable.Range(0, _picks!.Count).Where(i => _picks[i] is not null)];
        return [.. dims, .. Enumerable.Range(0, _view.Rank).Except(dims)];
    }

    private static Tensor<long> Stacked(Tensor<long>[] picks)
    {
        if (picks.Length == 1)
            return picks[0].Unsqueeze(0);
        var shape = picks[0].Layout.Sizes;
        foreach (var pick in picks)
        {
            shape = BroadcastLayout.CommonSizes(shape, pick.Layout.Sizes) ?? throw new ShapeException(
                $"shape mismatch: indexing tensors could not be broadcast together with shapes {string.Join(", ", picks.Select(other => other.Shape))}. Sizes must be equal or 1, counted from the last dimension.");
        }

        return Tensor.Stack<long>([.. picks.Select(pick => pick.Expand(shape))]);
    }

    private static Tensor<T> Broadcast(Tensor<T> value, int[] size) => value.Layout.BroadcastTo(size) is not null ? value.Expand(size) : throw new ShapeException(
        $"shape mismatch: value tensor of shape {value.Shape} cannot be broadcast to indexing result of shape {Shape.Format(size)}. Sizes must be equal or 1, counted from the last dimension.");

    private static Tensor<T> WithoutLeadingOnes(Tensor<T> value)
    {
        var ones = 0;
        while (ones < value.Rank && value.Layout.Sizes[ones] == 1)
            ones++;
        return ones == 0 ? value : value.Reshape(value.Layout.Sizes[ones..]);
    }
}
