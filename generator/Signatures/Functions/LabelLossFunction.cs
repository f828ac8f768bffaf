using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>multilabel_soft_margin_loss: a loss for each row of labels.</summary>
internal sealed class LabelLossFunction() : ShapeFunction("labelLoss", Shape("input"), Shape("target"), Choice("reduction"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var pair = new BroadcastBinding();
        pair.Add(call.Placed(0));
        pair.Add(call.Placed(1));
        var common = pair.Merge(out var mismatch);
        return mismatch is null
            ? call.Reduced(2, common is { HasRank: true, Rank: > 0 } ? SymbolicShape.Of(common.Dims.Take(common.Rank - 1)) : SymbolicShape.Unknown)
            : call.Fail(mismatch);
    }
}
