namespace DslTensors.Generator.Signatures;

/// <summary>addmm and its kind: a product, and what is added to it, which broadcasts with it.</summary>
internal sealed class PairedFunction() : ShapeFunction("paired", Shape("added"), Shape("product"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var pair = new BroadcastBinding();
        pair.Add(new PlacedShape(call.Shape(1), new ShapePosition(1), 0));
        pair.Add(call.Placed(0));
        var common = pair.Merge(out var mismatch);
        if (mismatch is null)
            return common;

        // The product has no place of its own among the inputs.
        return call.Fail(mismatch with
        {
            Other = ShapePosition.Argument,
            Sentence = $"The size of tensor a ({mismatch.Actual}) must match the size of tensor b ({mismatch.Expected}) at non-singleton dimension {mismatch.Dimension}",
        });
    }
}
