using System.Collections.Generic;

namespace DslTensors.Generator.Signatures;

/// <summary>permute: dimension i of the result is the dimension that the list names at i.</summary>
internal sealed class PermuteFunction() : ShapeFunction("permute", Shape("s"), Numbers("dims"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var shape = call.Shape(0);
        if (!shape.HasRank || call.Sizes(1) is not { } order)
            return SymbolicShape.Unknown;

        if (order.Count != shape.Rank)
        {
            return call.Fail(new SignatureMismatch(MismatchKind.ArgumentLength, call.Source)
            {
                Name = call.NameOf(1),
                Expected = shape.Rank,
                Actual = order.Count,
            });
        }

        var dims = new List<SymbolicSize>();
        var seen = new HashSet<int>();
        foreach (var value in order)
        {
            var dim = call.Dim(1, value, shape.Rank);
            if (dim is { } index && !seen.Add(index))
                return call.Fail(new SignatureMismatch(MismatchKind.DuplicateDimension, call.Source) { Name = call.NameOf(1), Actual = index });
            dims.Add(dim is { } known ? shape.Dims[known] : SymbolicSize.Unknown);
        }

        return SymbolicShape.Of(dims);
    }
}
