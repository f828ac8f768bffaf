using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>reshape, view: the same elements under other sizes, one of which may be -1 and follows from the others.</summary>
internal sealed class ReshapeFunction() : ShapeFunction("reshape", Shape("s"), Numbers("shape"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        if (call.Sizes(1) is not { } target)
            return SymbolicShape.Unknown;
        if (target.Count(size => size.Number == -1) > 1)
            return call.Fail(new SignatureMismatch(MismatchKind.InferredTwice, call.Source) { Name = call.NameOf(1) });
        if (target.FirstOrDefault(size => size.Number < -1).Number is { } negative)
            return call.Fail(new SignatureMismatch(MismatchKind.NegativeSize, call.Source) { Name = call.NameOf(1), Actual = negative });

        var infers = target.Any(size => size.Number == -1);
        var given = SymbolicShape.Of(target.Where(size => size.Number != -1)).ElementCount();
        var elements = call.Shape(0).ElementCount();
        if (given is { } product && elements is { } count && (infers ? product != 0 && count % product != 0 : product != count))
            return call.Fail(new SignatureMismatch(MismatchKind.ElementCount, call.Source) { Name = call.NameOf(1), Actual = product, Expected = count });

        var inferred = given is > 0 && elements is not null ? SymbolicSize.Of(elements.Value / given.Value) : SymbolicSize.Unknown;

        // A size that is only a name in the user's code may turn out to be -1.
        return SymbolicShape.Of(target.Select(size => size.Number is null ? SymbolicSize.Unknown : size.Number == -1 ? inferred : size));
    }
}
