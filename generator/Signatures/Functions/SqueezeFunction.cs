using System.Collections.Generic;
using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>squeeze: the listed dimensions go where their size is 1; null means all dimensions.</summary>
internal sealed class SqueezeFunction() : ShapeFunction("squeeze", Shape("s"), Numbers("dim", isOptional: true))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var shape = call.Shape(0);
        if (!shape.HasRank)
            return SymbolicShape.Unknown;

        var candidates = new HashSet<int>();
        if (call.Value(1) is null or NullValue)
        {
            candidates.UnionWith(Enumerable.Range(0, shape.Rank));
        }
        else
        {
            if (call.Sizes(1) is not { } dims)
                return SymbolicShape.Unknown;
            foreach (var value in dims)
            {
                if (call.Dim(1, value, shape.Rank) is not { } dim)
                    return SymbolicShape.Unknown;
                candidates.Add(dim);
            }
        }

        return shape.Dims.Where((size, index) => candidates.Contains(index) && size.Number is null).Any()
            ? SymbolicShape.Unknown
            : SymbolicShape.Of(shape.Dims.Where((size, index) => !candidates.Contains(index) || size.Number != 1));
    }
}
