using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>transpose: two dimensions exchanged.</summary>
internal sealed class SwapFunction() : ShapeFunction("swap", Shape("s"), Number("dim0"), Number("dim1"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var shape = call.Shape(0);
        if (!shape.HasRank)
            return SymbolicShape.Unknown;
        if (call.Dim(1, shape.Rank) is not { } first || call.Dim(2, shape.Rank) is not { } second)
            return SymbolicShape.OfRank(shape.Rank);
        if (shape.Rank == 0)
            return shape;

        var dims = shape.Dims.ToArray();
        (dims[first], dims[second]) = (dims[second], dims[first]);
        return SymbolicShape.Of(dims);
    }
}
