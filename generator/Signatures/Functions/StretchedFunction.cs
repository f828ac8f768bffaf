namespace DslTensors.Generator.Signatures;

/// <summary>expand_as: the shape of another tensor, to which sizes of 1 stretch.</summary>
internal sealed class StretchedFunction() : ShapeFunction("stretched", Shape("s"), Shape("other"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var (source, target) = (call.Placed(0), call.Placed(1));
        if (!source.Shape.HasRank || !target.Shape.HasRank)
            return target.Shape;
        var added = target.Shape.Rank - source.Shape.Rank;
        if (added < 0)
        {
            return call.Fail(new SignatureMismatch(MismatchKind.SameRank, target.Position)
            {
                Other = source.Position,
                Expected = source.Shape.Rank,
                Actual = target.Shape.Rank,
                Sentence = $"The number of sizes provided ({target.Shape.Rank}) must be greater or equal to the number of dimensions in the tensor ({source.Shape.Rank})",
            });
        }

        for (var i = source.Shape.Rank - 1; i >= 0; i--)
        {
            if (source.Shape.Dims[i].Number is null or 1 || !(source.Shape.Dims[i].Number != target.Shape.Dims[added + i].Number) || target.Shape.Dims[added + i].Number is null)
                continue;
            return call.Fail(new SignatureMismatch(MismatchKind.Broadcast, target.At(added + i))
            {
                Other = source.At(i),
                Expected = source.Shape.Dims[i],
                Actual = target.Shape.Dims[added + i],
                Dimension = added + i,
                Sentence = $"The expanded size of the tensor ({target.Shape.Dims[added + i]}) must match the existing size ({source.Shape.Dims[i]}) at non-singleton dimension {added + i}",
            });
        }

        return target.Shape;
    }
}
