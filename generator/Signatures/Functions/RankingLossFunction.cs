using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>margin_ranking_loss: three tensors of one rank that broadcast.</summary>
internal sealed class RankingLossFunction() : ShapeFunction("rankingLoss", Shape("input1"), Shape("input2"), Shape("target"), Choice("reduction"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var shapes = Enumerable.Range(0, 3).Select(call.Placed).ToList();
        var known = shapes.Where(static shape => shape.Shape.HasRank).ToList();
        if (known.FirstOrDefault(shape => shape.Shape.Rank != known[0].Shape.Rank) is { Shape: not null } other)
        {
            return call.Fail(new SignatureMismatch(MismatchKind.SameRank, other.Position)
            {
                Other = known[0].Position,
                Expected = known[0].Shape.Rank,
                Actual = other.Shape.Rank,
                Sentence = "margin_ranking_loss : All input tensors should have same dimension but got sizes: "
                    + $"input1: {shapes[0].Shape}, input2: {shapes[1].Shape}, target: {shapes[2].Shape}",
            });
        }

        var common = new BroadcastBinding();
        shapes.ForEach(common.Add);
        var losses = common.Merge(out var mismatch);
        return mismatch is null ? call.Reduced(3, losses) : call.Fail(mismatch);
    }
}
