using System;
using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>kron: the sizes are multiplied, aligned at the last.</summary>
internal sealed class KronFunction() : ShapeFunction("kron", Shape("a"), Shape("b"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var (left, right) = (call.Shape(0), call.Shape(1));
        if (!left.HasRank || !right.HasRank)
            return SymbolicShape.Unknown;
        var rank = Math.Max(left.Rank, right.Rank);
        return SymbolicShape.Of(Enumerable.Range(0, rank).Select(i => At(left, i, rank) * At(right, i, rank)));
    }

    private static SymbolicSize At(SymbolicShape shape, int dim, int rank) => dim < rank - shape.Rank ? 1 : shape.Dims[dim - rank + shape.Rank];
}
