using System.Collections.Generic;
using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>The shapes that <c>...</c> stands for, aligned at their last dimension; a size of 1 stretches.</summary>
internal sealed class BroadcastBinding
{
    private readonly List<PlacedShape> _shapes = [];

    public void Add(PlacedShape shape) => _shapes.Add(shape);

    /// <summary>The common shape. Known sizes are compared even when another input is unknown.</summary>
    public SymbolicShape Merge(out SignatureMismatch? mismatch)
    {
        mismatch = null;
        var rank = _shapes.Select(shape => shape.Shape.HasRank ? shape.Shape.Rank : shape.Shape.Tail.Count).DefaultIfEmpty().Max();
        var dims = new SymbolicSize[rank];

        // From the last dimension on, as the run-time check compares them: the first disagreement has to be the same.
        for (var fromEnd = 1; fromEnd <= rank; fromEnd++)
        {
            dims[rank - fromEnd] = MergeDim(fromEnd, rank, out mismatch);
            if (mismatch is not null)
                return SymbolicShape.Unknown;
        }

        return _shapes.All(shape => shape.Shape.HasRank) ? SymbolicShape.Of(dims) : SymbolicShape.Ending(dims);
    }

    private SymbolicSize MergeDim(int fromEnd, int rank, out SignatureMismatch? mismatch)
    {
        mismatch = null;
        SymbolicSize merged = 1;
        ShapePosition position = default;
        foreach (var shape in _shapes)
        {
            if (shape.SizeFromEnd(fromEnd) is not { } size)
                continue;
            if (merged.Number is { } left and not 1 && size.Number is { } right and not 1 && left != right)
            {
                mismatch = new SignatureMismatch(MismatchKind.Broadcast, shape.AtEnd(fromEnd))
                {
                    Other = position,
                    Expected = left,
                    Actual = right,
                    Dimension = rank - fromEnd,
                };
                return default;
            }

            var next = Stretch(merged, size);
            if (next.Number is not null && next != merged)
                position = shape.AtEnd(fromEnd);
            merged = next;
        }

        return merged;
    }

    /// <summary>The size that two broadcast to: known where one is above 1, since the other then is equal or 1.</summary>
    public static SymbolicSize Stretch(SymbolicSize left, SymbolicSize right)
    {
        if (left.Number == 1 || left == right)
            return right;
        if (right.Number == 1)
            return left;
        return left.Number is not null ? left : right.Number is not null ? right : SymbolicSize.Unknown;
    }
}
