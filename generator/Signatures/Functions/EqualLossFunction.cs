namespace DslTensors.Generator.Signatures;

/// <summary>Losses of two tensors of one shape: that shape for the reduction <c>None</c>, otherwise a single number.</summary>
internal sealed class EqualLossFunction() : ShapeFunction("equalLoss", Shape("input"), Shape("target"), Choice("reduction"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var (input, target) = (call.Shape(0), call.Shape(1));
        var pair = new RestBinding("s");
        pair.Add(new PlacedShape(input, new ShapePosition(0), 0));
        pair.Add(new PlacedShape(target, new ShapePosition(1), 0));
        var common = pair.Merge(out var mismatch, call.Equate);
        if (mismatch is not null)
            return call.Fail(mismatch);

        return call.Reduced(2, common);
    }
}
