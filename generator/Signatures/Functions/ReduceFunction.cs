using System.Collections.Generic;
using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>sum, mean, norm: the listed dimensions go, or become 1; null or an empty list means all of them.</summary>
internal sealed class ReduceFunction() : ShapeFunction("reduce", Shape("s"), Numbers("dim"), Flag("keepDim", isOptional: true))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var shape = call.Shape(0);
        if (!shape.HasRank || ReducedDims(call, shape.Rank) is not { } reduced)
            return SymbolicShape.Unknown;

        return call.Value(2) switch
        {
            null or FlagValue { Flag: false } => SymbolicShape.Of(shape.Dims.Where((_, index) => !reduced.Contains(index))),
            FlagValue => SymbolicShape.Of(shape.Dims.Select((size, index) => reduced.Contains(index) ? 1 : size)),
            _ => SymbolicShape.Unknown,
        };
    }

    private static HashSet<int>? ReducedDims(ShapeFunctionCall call, int rank)
    {
        var reduced = new HashSet<int>();
        if (call.Value(1) is not NullValue)
        {
            if (call.Sizes(1) is not { } dims)
                return null;

            var isComplete = true;
            foreach (var value in dims)
            {
                var dim = call.Dim(1, value, rank);
                isComplete &= dim is not null;
                // A tensor without dimensions takes 0 and -1, together as well.
                if (dim is { } index && !reduced.Add(index) && rank > 0)
                    call.Fail(new SignatureMismatch(MismatchKind.DuplicateDimension, call.Source) { Name = call.NameOf(1), Actual = index });
            }

            if (!isComplete)
                return null;
        }

        if (reduced.Count == 0)
            reduced.UnionWith(Enumerable.Range(0, rank));
        return reduced;
    }
}
