namespace DslTensors.Generator.Signatures;

/// <summary>masked_select: a row of as many elements as the mask, which broadcasts with the tensor, chooses.</summary>
internal sealed class MaskedFunction() : ShapeFunction("masked", Shape("mask"), Shape("s"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        // The mask comes first, as in the run time's words.
        var pair = new BroadcastBinding();
        pair.Add(call.Placed(0));
        pair.Add(call.Placed(1));
        pair.Merge(out var mismatch);
        return mismatch is null ? SymbolicShape.OfRank(1) : call.Fail(mismatch);
    }
}
