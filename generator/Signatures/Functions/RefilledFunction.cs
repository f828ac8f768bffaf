namespace DslTensors.Generator.Signatures;

/// <summary>view_as, reshape_as: the shape of another tensor, of as many elements.</summary>
internal sealed class RefilledFunction() : ShapeFunction("refilled", Shape("s"), Shape("other"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var (old, target) = (call.Shape(0).Elements, call.Shape(1));
        return target.Elements.ConflictsWith(old)
            ? call.Fail(new SignatureMismatch(MismatchKind.ElementCount, call.Source)
            {
                Name = "other",
                Expected = old,
                Actual = target.Elements,
                Sentence = $"shape '{target}' is invalid for input of size {old}",
            })
            : target;
    }
}
