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

        // A size that is only the name of an integer in the user's code may turn out to be -1.
        var sizes = target.Select(size => size.Number == -1 || size.IsSize ? size : SymbolicSize.Unknown).ToList();
        var given = SymbolicShape.Of(sizes.Where(size => size.Number != -1)).Elements;
        var elements = call.Shape(0).Elements;
        var leavesRest = given.Number is { } product and not 0 && elements.Number is { } count && count % product != 0;
        if (infers ? leavesRest : given.ConflictsWith(elements))
            return call.Fail(new SignatureMismatch(MismatchKind.ElementCount, call.Source) { Name = call.NameOf(1), Actual = given, Expected = elements });
        if (!infers)
            call.Equate(given, elements);

        var inferred = given.Number == 0 ? SymbolicSize.Unknown : elements / given;
        return SymbolicShape.Of(sizes.Select(size => size.Number == -1 ? inferred : size));
    }
}
