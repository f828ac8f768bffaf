using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>cross: vectors of three numbers along one dimension, the first of that size where none is named; the others broadcast.</summary>
internal sealed class CrossFunction() : ShapeFunction("cross", Shape("a"), Shape("b"), Number("dim"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var (left, right) = (call.Placed(0), call.Placed(1));
        var pair = new BroadcastBinding();
        pair.Add(left);
        pair.Add(right);
        var common = pair.Merge(out var mismatch);
        if (mismatch is not null)
            return call.Fail(mismatch);
        if (!left.Shape.HasRank || !right.Shape.HasRank)
            return common;
        if (left.Shape.Rank != right.Shape.Rank)
        {
            return call.Fail(new SignatureMismatch(MismatchKind.SameRank, right.Position)
            {
                Other = left.Position,
                Expected = left.Shape.Rank,
                Actual = right.Shape.Rank,
                Sentence = "linalg.cross: inputs must have the same number of dimensions",
            });
        }

        if (call.Value(2) is NullValue)
            return left.Shape.Dims.All(size => size.Number is not null and not 3) ? call.Fail(Missing(left, "no dimension of size 3 in input")) : common;
        if (call.Dim(2, left.Shape.Rank) is not { } dim || left.Shape.Rank == 0)
            return common;
        foreach (var side in new[] { left, right })
        {
            if (side.Shape.Dims[dim].ConflictsWith(3))
                return call.Fail(Missing(side, $"linalg.cross: inputs dimension {dim} must have length 3. Got {left.Shape.Dims[dim]} and {right.Shape.Dims[dim]}") with { Found = side.At(dim), Actual = side.Shape.Dims[dim] });
        }

        return common;
    }

    private static SignatureMismatch Missing(PlacedShape shape, string sentence) =>
        new(MismatchKind.Literal, shape.At(shape.Shape.Rank - 1)) { Expected = 3, Actual = shape.Shape.Rank == 0 ? 1 : shape.Shape.Dims[shape.Shape.Rank - 1], Sentence = sentence };
}
