namespace DslTensors.Generator.Signatures;

/// <summary>multi_margin_loss: scores [b, c] against a class for each row.</summary>
internal sealed class MarginLossFunction() : ShapeFunction("marginLoss", Shape("scores"), Shape("target"), Choice("reduction"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var (scores, target) = (call.Placed(0), call.Placed(1));
        if (scores.Shape is not { HasRank: true, Rank: <= 2 } || !target.Shape.HasRank)
            return call.Reduced(2, SymbolicShape.Unknown);
        SymbolicSize rows = scores.Shape.Rank == 2 ? scores.Shape.Dims[0] : 1;
        if (target.Shape.Elements.ConflictsWith(rows))
        {
            return call.Fail(new SignatureMismatch(MismatchKind.Size, target.Shape.Rank > 0 ? target.At(0) : target.Position)
            {
                Other = scores.Shape.Rank == 2 ? scores.At(0) : scores.Position,
                Expected = rows,
                Actual = target.Shape.Elements,
                Sentence = $"inconsistent target size, expected {rows} but got {target.Shape}",
            });
        }

        return call.Reduced(2, scores.Shape.Rank == 2 ? SymbolicShape.Of(rows) : SymbolicShape.Of());
    }
}
