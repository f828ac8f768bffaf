using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>unsqueeze: a new dimension of size 1.</summary>
internal sealed class UnsqueezeFunction() : ShapeFunction("unsqueeze", Shape("s"), Number("dim"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var shape = call.Shape(0);
        if (!shape.HasRank)
            return SymbolicShape.Unknown;
        if (call.Dim(1, shape.Rank + 1) is not { } dim)
            return SymbolicShape.OfRank(shape.Rank + 1);

        var dims = shape.Dims.ToList();
        dims.Insert(dim, 1);
        return SymbolicShape.Of(dims);
    }
}
