namespace DslTensors.Generator.Signatures;

/// <summary>triplet_margin_loss: three embeddings of one rank that broadcast; a loss for each row.</summary>
internal sealed class TripletLossFunction() : ShapeFunction("tripletLoss", Shape("anchor"), Shape("positive"), Shape("negative"), Choice("reduction"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var anchor = call.Placed(0);
        var common = new BroadcastBinding();
        common.Add(anchor);
        for (var i = 1; i < 3; i++)
        {
            var other = call.Placed(i);
            common.Add(other);
            if (anchor.Shape.HasRank && other.Shape.HasRank && anchor.Shape.Rank != other.Shape.Rank)
            {
                return call.Fail(new SignatureMismatch(MismatchKind.SameRank, other.Position)
                {
                    Other = anchor.Position,
                    Expected = anchor.Shape.Rank,
                    Actual = other.Shape.Rank,
                    Sentence = "All inputs should have same dimension but got "
                        + (i == 1 ? $"{anchor.Shape.Rank}D and {other.Shape.Rank}D inputs" : $"{anchor.Shape.Rank}D, {anchor.Shape.Rank}D and {other.Shape.Rank}D inputs"),
                });
            }
        }

        common.Merge(out var mismatch);
        return mismatch is null ? call.Reduced(3, SymbolicShape.Unknown) : call.Fail(mismatch);
    }
}
