namespace DslTensors.Generator.Signatures;

/// <summary>ctc_loss: scores [time, b, c] or [time, c], and two lengths for each sequence.</summary>
internal sealed class CtcLossFunction() : ShapeFunction("ctcLoss", Shape("logProbs"), Shape("targets"), Shape("inputLengths"), Shape("targetLengths"), Choice("reduction"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var scores = call.Placed(0);
        if (!scores.Shape.HasRank)
            return call.Reduced(4, SymbolicShape.Unknown);
        if (scores.Shape.Rank is not (2 or 3))
        {
            return call.Fail(new SignatureMismatch(MismatchKind.Rank, scores.Position)
            {
                Expected = 2,
                OrOneMore = true,
                Actual = scores.Shape.Rank,
                Sentence = $"log_probs tensor must be 2D or 3D, but it has shape {scores.Shape}",
            });
        }

        SymbolicSize batch = scores.Shape.Rank == 3 ? scores.Shape.Dims[1] : 1;
        for (var i = 2; i < 4; i++)
        {
            var lengths = call.Placed(i);
            if (!lengths.Shape.HasRank || !lengths.Shape.Elements.ConflictsWith(batch))
                continue;
            return call.Fail(new SignatureMismatch(MismatchKind.Size, lengths.Shape.Rank > 0 ? lengths.At(0) : lengths.Position)
            {
                Other = scores.Shape.Rank == 3 ? scores.At(1) : scores.Position,
                Expected = batch,
                Actual = lengths.Shape.Elements,
                Sentence = $"{(i == 2 ? "input_lengths" : "target_lengths")} must be of size batch_size",
            });
        }

        return call.Reduced(4, scores.Shape.Rank == 3 ? SymbolicShape.Of(batch) : SymbolicShape.Of());
    }
}
