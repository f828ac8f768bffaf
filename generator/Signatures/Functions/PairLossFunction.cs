namespace DslTensors.Generator.Signatures;

/// <summary>Losses of two tensors that broadcast: the common shape for the reduction <c>None</c>, otherwise a single number.</summary>
internal sealed class PairLossFunction() : ShapeFunction("pairLoss", Shape("input"), Shape("target"), Choice("reduction"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var pair = new BroadcastBinding();
        pair.Add(new PlacedShape(call.Shape(0), new ShapePosition(0), 0));
        pair.Add(new PlacedShape(call.Shape(1), new ShapePosition(1), 0));
        var common = pair.Merge(out var mismatch);
        if (mismatch is not null)
            return call.Fail(mismatch);

        return call.Reduced(2, common);
    }
}
