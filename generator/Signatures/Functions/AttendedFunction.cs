using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>
/// Attention in several heads: the query's shape. Queries, keys and values are [length, b, size], [b, length, size] or [length, size]; a mask of the keys is [b, s] or
/// [s], a mask of the attention [l, s] or [b * heads, l, s].
/// </summary>
internal sealed class AttendedFunction() : ShapeFunction(
    "attended", Shape("query"), Shape("key"), Shape("value"), Shape("paddingMask"), Shape("mask"), Number("embedDim"), Number("numHeads"), Flag("batchFirst"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var (query, key, value) = (call.Placed(0), call.Placed(1), call.Placed(2));
        if (!query.Shape.HasRank)
            return SymbolicShape.Ending([call.Size(5)]);
        var rank = query.Shape.Rank;
        if (rank is not (2 or 3))
        {
            return call.Fail(new SignatureMismatch(MismatchKind.Rank, query.Position)
            {
                Expected = 2,
                OrOneMore = true,
                Actual = rank,
                Sentence = $"query should be unbatched 2D or batched 3D tensor but received {rank}-D query tensor",
            });
        }

        var size = query.Shape.Dims[rank - 1];
        if (size.ConflictsWith(call.Size(5)))
        {
            return call.Fail(new SignatureMismatch(MismatchKind.Size, query.At(rank - 1))
            {
                Other = ShapePosition.Argument,
                Name = call.NameOf(5),
                Expected = call.Size(5),
                Actual = size,
                Sentence = $"was expecting embedding dimension of {call.Size(5)}, but got {size}",
            });
        }

        if (SameRank(query, key) is { } other)
            return call.Fail(other);
        if (SameRank(query, value) is { } third)
            return call.Fail(third);
        if (key.Shape.HasRank && value.Shape.HasRank && Unequal(key, value, rank - 1) is { } unequal)
            return call.Fail(unequal);
        if (rank == 3 && call.Value(7) is not FlagValue)
            return query.Shape;

        var batchAt = call.Value(7) is FlagValue { Flag: true } ? 0 : 1;
        if (rank == 3 && key.Shape.HasRank && query.Shape.Dims[batchAt].ConflictsWith(key.Shape.Dims[batchAt]))
            return query.Shape;
        var batch = rank == 3 ? query.Shape.Dims[batchAt] : SymbolicSize.Of(1);
        var lengthAt = rank == 3 ? 1 - batchAt : 0;
        var (length, keys) = (query.Shape.Dims[lengthAt], key.Shape.HasRank ? key.Shape.Dims[lengthAt] : SymbolicSize.Unknown);
        var padding = call.Placed(3);
        if (Misfit(padding, rank == 3 ? SymbolicShape.Of(batch, keys) : SymbolicShape.Of(keys), static (wanted, given) => $"expecting key_padding_mask shape of {wanted}, but got {given}") is { } hidden)
            return call.Fail(hidden);
        var mask = call.Placed(4);
        var wanted = mask.Shape is { HasRank: true, Rank: 3 } ? SymbolicShape.Of(batch * call.Size(6), length, keys) : SymbolicShape.Of(length, keys);
        return Misfit(mask, wanted, static (wanted, given) => $"The shape of the {given.Rank}D attn_mask is {given}, but should be {wanted}") is { } masked ? call.Fail(masked) : query.Shape;
    }

    private static SignatureMismatch? SameRank(PlacedShape query, PlacedShape other) => !other.Shape.HasRank || other.Shape.Rank == query.Shape.Rank
        ? null
        : new SignatureMismatch(MismatchKind.SameRank, other.Position)
        {
            Other = query.Position,
            Expected = query.Shape.Rank,
            Actual = other.Shape.Rank,
            Sentence = $"For {(query.Shape.Rank == 3 ? "batched (3-D)" : "unbatched (2-D)")} `query`, expected `key` and `value` to be {query.Shape.Rank}-D",
        };

    private static SignatureMismatch? Unequal(PlacedShape key, PlacedShape value, int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (!key.Shape.Dims[i].ConflictsWith(value.Shape.Dims[i]))
                continue;
            return new SignatureMismatch(MismatchKind.Size, value.At(i))
            {
                Other = key.At(i),
                Expected = key.Shape.Dims[i],
                Actual = value.Shape.Dims[i],
                Sentence = $"key's sequence and batch dims {SymbolicShape.Of(key.Shape.Dims.Take(count))} do not match value's {SymbolicShape.Of(value.Shape.Dims.Take(count))}",
            };
        }

        return null;
    }

    private static SignatureMismatch? Misfit(PlacedShape mask, SymbolicShape wanted, System.Func<SymbolicShape, SymbolicShape, string> sentence)
    {
        if (!mask.Shape.HasRank)
            return null;
        if (mask.Shape.Rank != wanted.Rank)
            return new SignatureMismatch(MismatchKind.Rank, mask.Position) { Expected = wanted.Rank, Actual = mask.Shape.Rank, Sentence = sentence(wanted, mask.Shape) };
        for (var i = 0; i < wanted.Rank; i++)
        {
            if (mask.Shape.Dims[i].ConflictsWith(wanted.Dims[i]))
                return new SignatureMismatch(MismatchKind.Literal, mask.At(i)) { Expected = wanted.Dims[i], Actual = mask.Shape.Dims[i], Sentence = sentence(wanted, mask.Shape) };
        }

        return null;
    }
}
