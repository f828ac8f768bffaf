using System;
using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>tile: the last dimensions that many times over; further numbers add dimensions in front.</summary>
internal sealed class TileFunction() : ShapeFunction("tile", Shape("s"), Numbers("dims"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var shape = call.Shape(0);
        if (!shape.HasRank || call.Sizes(1) is not { } repeats)
            return SymbolicShape.Unknown;
        var rank = Math.Max(shape.Rank, repeats.Count);
        return SymbolicShape.Of(Enumerable.Range(0, rank).Select(i =>
        {
            var size = i < rank - shape.Rank ? 1 : shape.Dims[i - (rank - shape.Rank)];
            var times = i < rank - repeats.Count ? 1 : repeats[i - (rank - repeats.Count)];
            return times * size;
        }));
    }
}
