namespace DslTensors.Generator.Signatures;

/// <summary>cosine_embedding_loss: two embeddings, and a sign for each pair.</summary>
internal sealed class CosineLossFunction() : ShapeFunction("cosineLoss", Shape("input1"), Shape("input2"), Shape("target"), Choice("reduction"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var (first, second, target) = (call.Placed(0), call.Placed(1), call.Placed(2));
        if (target.Shape is { HasRank: true, Rank: > 1 })
            return call.Fail(new SignatureMismatch(MismatchKind.Rank, target.Position) { Expected = 1, Actual = target.Shape.Rank, Sentence = "0D or 1D target tensor expected, multi-target not supported" });
        if (target.Shape.HasRank && first.Shape.HasRank && first.Shape.Rank != target.Shape.Rank + 1)
        {
            return call.Fail(new SignatureMismatch(MismatchKind.Rank, first.Position)
            {
                Expected = target.Shape.Rank + 1,
                Actual = first.Shape.Rank,
                Sentence = $"{target.Shape.Rank}D target tensor expects {target.Shape.Rank + 1}D input tensors, but found inputs with sizes {first.Shape} and {second.Shape}",
            });
        }

        var pair = new BroadcastBinding();
        pair.Add(first);
        pair.Add(second);
        pair.Merge(out var mismatch);
        return mismatch is null ? call.Reduced(3, target.Shape) : call.Fail(mismatch);
    }
}
