using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>matmul: matrices, batches of them (broadcast), and vectors, which stand for a row on the left and a column on the right.</summary>
internal sealed class MatmulFunction() : ShapeFunction("matmul", Shape("input"), Shape("other"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var left = new PlacedShape(call.Shape(0), new ShapePosition(0), 0);
        var right = new PlacedShape(call.Shape(1), new ShapePosition(1), 0);
        foreach (var side in new[] { left, right })
        {
            if (side.Shape is { HasRank: true, Rank: 0 })
                return call.Fail(new SignatureMismatch(MismatchKind.NoDimensions, side.Position));
        }

        if (!left.Shape.HasRank || !right.Shape.HasRank)
            return SymbolicShape.Unknown;

        var leftInner = left.Shape.Rank - 1;
        var rightInner = right.Shape.Rank == 1 ? 0 : right.Shape.Rank - 2;
        if (left.Shape.Dims[leftInner].ConflictsWith(right.Shape.Dims[rightInner]))
        {
            return call.Fail(new SignatureMismatch(MismatchKind.Size, right.At(rightInner))
            {
                Other = left.At(leftInner),
                Expected = left.Shape.Dims[leftInner],
                Actual = right.Shape.Dims[rightInner],
            });
        }

        call.Equate(left.Shape.Dims[leftInner], right.Shape.Dims[rightInner]);

        var batch = new BroadcastBinding();
        batch.Add(left with { Shape = SymbolicShape.Of(left.Shape.Dims.Take(left.Shape.Rank - 2)) });
        batch.Add(right with { Shape = SymbolicShape.Of(right.Shape.Dims.Take(right.Shape.Rank - 2)) });
        var common = batch.Merge(out var mismatch);
        if (mismatch is not null)
            return call.Fail(mismatch);

        var rows = left.Shape.Dims.Skip(left.Shape.Rank - 2).Take(left.Shape.Rank == 1 ? 0 : 1);
        var columns = right.Shape.Dims.Skip(right.Shape.Rank - 1).Take(right.Shape.Rank == 1 ? 0 : 1);
        return SymbolicShape.Of(common.Dims.Concat(rows).Concat(columns));
    }
}
