using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>unflatten: one dimension becomes several, one of which may be -1 and follows from the others.</summary>
internal sealed class UnflattenFunction() : ShapeFunction("unflatten", Shape("s"), Number("dim"), Numbers("sizes"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var shape = call.Shape(0);
        if (!shape.HasRank || call.Sizes(2) is not { } sizes)
            return SymbolicShape.Unknown;
        if (call.Dim(1, shape.Rank) is not { } dim || shape.Rank == 0)
            return SymbolicShape.Unknown;
        if (sizes.Count(size => size.Number is -1) > 1)
            return call.Fail(new SignatureMismatch(MismatchKind.InferredTwice, call.Source) { Name = call.NameOf(2) });

        var known = SymbolicShape.Of(sizes.Where(size => size.Number is not -1).Select(size => size.IsSize ? size : SymbolicSize.Unknown)).Elements;
        var whole = shape.Dims[dim];
        var infers = sizes.Any(size => size.Number is -1);
        var leavesRest = known.Number is { } product && (product == 0 || (whole.Number is { } number && number % product != 0));
        if (infers ? leavesRest : known.ConflictsWith(whole))
            return call.Fail(new SignatureMismatch(MismatchKind.ElementCount, call.Source with { Dim = dim }) { Name = call.NameOf(2), Expected = whole, Actual = known });

        var parts = sizes.Select(size => size.Number is -1 ? whole / known : size.IsSize ? size : SymbolicSize.Unknown);
        return SymbolicShape.Of([.. shape.Dims.Take(dim), .. parts, .. shape.Dims.Skip(dim + 1)]);
    }
}
