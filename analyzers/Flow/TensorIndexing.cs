using System;
using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Signatures;

namespace DslTensors.Analyzers.Flow;

internal enum IndexPositionKind
{
    Single,
    Range,
    Ellipsis,
    NewAxis,
    Mask,
    Tensor,
    Unknown,
}

/// <summary>An end of a range, or an index: counted from the start or from the end.</summary>
internal readonly record struct IndexBound(SymbolicSize Size, bool IsFromEnd);

/// <summary>One position of an index.</summary>
internal sealed record IndexPosition(IndexPositionKind Kind)
{
    public IndexBound Start { get; init; }

    public IndexBound End { get; init; }

    /// <summary>Of a mask, or of a tensor of indices.</summary>
    public SymbolicShape Shape { get; init; } = SymbolicShape.Unknown;

    /// <summary>How many dimensions it stands for; null where that is unknown.</summary>
    public int? Rank => Kind switch
    {
        IndexPositionKind.Ellipsis or IndexPositionKind.NewAxis => 0,
        IndexPositionKind.Mask => Shape.HasRank ? Shape.Rank : null,
        IndexPositionKind.Unknown => null,
        _ => 1,
    };
}

/// <summary>The shape of a part of a tensor, as the run-time library cuts it out.</summary>
internal static class TensorIndexing
{
    public static (SymbolicShape Shape, SignatureMismatch? Mismatch) Apply(SymbolicShape shape, IReadOnlyList<IndexPosition> positions)
    {
        if (!shape.HasRank || positions.Any(position => position.Rank is null))
            return (SymbolicShape.Unknown, null);
        var taken = positions.Sum(position => position.Rank!.Value);
        if (taken > shape.Rank)
        {
            return (SymbolicShape.Unknown, new SignatureMismatch(MismatchKind.ArgumentLength, new ShapePosition(0))
            {
                Name = "index",
                Actual = taken,
                Expected = shape.Rank,
                Sentence = $"too many indices for tensor of dimension {shape.Rank}",
            });
        }

        var dims = new List<SymbolicSize>();
        var picked = new List<SymbolicShape>();
        var pickedAt = -1;
        var apart = false;
        var lastPick = -1;
        var at = 0;
        for (var i = 0; i < positions.Count; i++)
        {
            var position = positions[i];
            switch (position.Kind)
            {
                case IndexPositionKind.NewAxis:
                    dims.Add(1);
                    break;
                case IndexPositionKind.Ellipsis:
                    var rest = shape.Rank - taken;
                    dims.AddRange(shape.Dims.Skip(at).Take(rest));
                    at += rest;
                    break;
                case IndexPositionKind.Range:
                    dims.Add(Length(shape.Dims[at++], position));
                    break;
                case IndexPositionKind.Single:
                    if (OutOfRange(shape.Dims[at], position.Start, at) is { } mismatch)
                        return (SymbolicShape.Unknown, mismatch);
                    at++;
                    break;
                default:
                    if (position.Kind == IndexPositionKind.Mask && Uncovered(shape, position.Shape, at) is { } uncovered)
                        return (SymbolicShape.Unknown, uncovered);
                    pickedAt = pickedAt < 0 ? dims.Count : pickedAt;
                    apart |= lastPick >= 0 && lastPick != i - 1;
                    lastPick = i;
                    picked.Add(position.Kind == IndexPositionKind.Mask ? SymbolicShape.OfRank(1) : position.Shape);
                    at += position.Rank!.Value;
                    break;
            }
        }

        dims.AddRange(shape.Dims.Skip(at));
        if (picked.Count == 0)
            return (SymbolicShape.Of(dims), null);

        // Integers beside tensors of indices broadcast with them, wherever they stand.
        var broadcast = new BroadcastBinding();
        foreach (var item in picked)
            broadcast.Add(new PlacedShape(item, new ShapePosition(0), 0));
        var common = broadcast.Merge(out var conflict);
        if (conflict is not null || !common.HasRank || positions.Any(position => position.Kind == IndexPositionKind.Single))
            return (SymbolicShape.Unknown, null);
        dims.InsertRange(apart ? 0 : pickedAt, common.Dims);
        return (SymbolicShape.Of(dims), null);
    }

    private static SignatureMismatch? Uncovered(SymbolicShape shape, SymbolicShape mask, int at)
    {
        for (var i = 0; i < mask.Rank; i++)
        {
            if (mask.Dims[i].Number is { } size && shape.Dims[at + i].Number is { } wanted && size != wanted)
            {
                return new SignatureMismatch(MismatchKind.AtRun, new ShapePosition(0))
                {
                    Sentence = $"The shape of the mask {mask} at index {i} does not match the shape of the indexed tensor {shape} at index {at + i}",
                    Word = $"the mask has {size} elements where the tensor has {wanted}",
                    Name = "Use the mask on the dimension that it was computed for",
                };
            }
        }

        return null;
    }

    private static SymbolicSize Length(SymbolicSize size, IndexPosition range)
    {
        if (range.Start is { Size.Number: 0, IsFromEnd: false } && range.End is { Size.Number: 0, IsFromEnd: true })
            return size;
        var (start, end) = (Offset(size, range.Start), Offset(size, range.End));
        if (start.Number is { } first && end.Number is { } last && size.Number is { } count)
            return Math.Max(0, Clamp(last, count) - Clamp(first, count));

        // Without the last one, or the first: the size less one, unless it is 0.
        return range.Start is { Size.Number: 0, IsFromEnd: false } && range.End.IsFromEnd || range.End is { Size.Number: 0, IsFromEnd: true } && !range.Start.IsFromEnd
            ? end - start
            : SymbolicSize.Unknown;
    }

    private static long Clamp(long index, long count) => Math.Max(0, Math.Min(index, count));

    private static SymbolicSize Offset(SymbolicSize size, IndexBound bound) => bound.IsFromEnd ? size - bound.Size : bound.Size;

    private static SignatureMismatch? OutOfRange(SymbolicSize size, IndexBound bound, int dim)
    {
        if (size.Number is not { } count || bound.Size.Number is not { } number)
            return null;
        var index = bound.IsFromEnd ? -number : number;
        var isInside = bound.IsFromEnd ? number > 0 && number <= count : index >= -count && index < count;
        return isInside ? null : new SignatureMismatch(MismatchKind.ArgumentOutOfRange, new ShapePosition(0, -1, dim))
        {
            Name = "index",
            Actual = index,
            Low = -count,
            High = count - 1,
            Sentence = $"index {index} is out of bounds for dimension {dim} with size {count}",
        };
    }
}
