using System.Runtime.CompilerServices;

namespace DslTensors;

public sealed partial class Tensor<T>
{
    /// <summary>
    /// The part of the tensor at an index. Integers pick and ranges keep, as views: <c>x[0]</c>, <c>x[.., ^1]</c>, <c>x[1..3, 2]</c>; masks and
    /// tensors of indices copy: <c>x[x > 0]</c>, <c>x[rows, columns]</c>; <see langword="null"/> adds a dimension. Assigning writes a
    /// number, or a tensor that broadcasts to the part, into it (PyTorch's <c>index_put_</c>); where places repeat, the last one holds.
    /// </summary>
    /// <remarks>
    /// Tensors of indices broadcast. Their shape takes the place of the dimensions that they stand for, or comes first if these are no neighbours.
    /// </remarks>
    /// <exception cref="DimensionException">An index is out of range, or there are more positions than dimensions.</exception>
    /// <exception cref="ShapeException">A mask has other sizes than the dimensions, or tensors don't broadcast.</exception>
    /// <exception cref="AutogradException">Written: the tensor is a leaf that requires gradients, outside <see cref="Autograd.NoGrad"/>.</exception>
    [IndexerName("Indices")]
    [OverloadResolutionPriority(1)]
    public Tensor<T> this[TensorIndex? index]
    {
        get => index is { Kind: IndexKind.Mask } position && position.Mask.Layout.SameSizes(Layout)
            ? this.MaskedSelect(position.Mask)
            : IndexedPart<T>.Of(this, [index]).Read();
        set
        {
            // One element in all places of a mask needs no list of them.
            if (value.Rank == 0 && index is { Kind: IndexKind.Mask } position && MatchesLeading(position.Mask))
                Operators.MaskedPut.ApplyInPlace(this, Widened(position.Mask), value);
            else
                Assign([index], value);
        }
    }

    /// <inheritdoc cref="this[TensorIndex?]"/>
    [IndexerName("Indices")]
    public Tensor<T> this[params ReadOnlySpan<TensorIndex?> index]
    {
        get => IndexedPart<T>.Of(this, index).Read();
        set => Assign(index, value);
    }

    private void Assign(ReadOnlySpan<TensorIndex?> index, Tensor<T> value) => IndexedPart<T>.Of(this, index).Write(value);

    private bool MatchesLeading(Tensor<bool> mask) => mask.Rank <= Rank && Layout.Sizes.AsSpan(0, mask.Rank).SequenceEqual(mask.Layout.Sizes);

    private Tensor<bool> Widened(Tensor<bool> mask) =>
        mask.Rank == Rank ? mask : mask.Reshape([.. mask.Layout.Sizes, .. Enumerable.Repeat(1, Rank - mask.Rank)]);
}
