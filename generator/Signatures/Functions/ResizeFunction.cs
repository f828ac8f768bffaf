using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>index_select, topk: one dimension gets another size.</summary>
internal sealed class ResizeFunction() : ShapeFunction("resize", Shape("s"), Number("dim"), Number("size"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var shape = call.Shape(0);
        if (!shape.HasRank)
            return SymbolicShape.Unknown;
        if (call.Dim(1, shape.Rank) is not { } dim)
            return SymbolicShape.OfRank(shape.Rank);
        if (shape.Rank == 0)
            return SymbolicShape.Unknown;

        var dims = shape.Dims.ToArray();
        dims[dim] = call.Size(2);
        return SymbolicShape.Of(dims);
    }
}
