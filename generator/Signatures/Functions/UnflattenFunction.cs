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

        var known = SymbolicShape.Of(sizes.Where(size => size.Number is not -1)).ElementCount();
        var infers = sizes.Any(size => size.Number is -1);
        if (known is { } product && shape.Dims[dim].Number is { } whole && (infers ? product == 0 || whole % product != 0 : product != whole))
            return call.Fail(new SignatureMismatch(MismatchKind.ElementCount, call.Source with { Dim = dim }) { Name = call.NameOf(2), Expected = whole, Actual = product });

        var parts = sizes.Select(size => size.Number is not -1 ? size
            : known is { } others && shape.Dims[dim].Number is { } total ? total / others : SymbolicSize.Unknown);
        return SymbolicShape.Of([.. shape.Dims.Take(dim), .. parts, .. shape.Dims.Skip(dim + 1)]);
    }
}
