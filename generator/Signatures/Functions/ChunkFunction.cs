using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>chunk: one of at most so many equal parts of a dimension.</summary>
internal sealed class ChunkFunction() : ShapeFunction("chunk", Shape("s"), Number("chunks"), Number("dim"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var shape = call.Shape(0);
        if (!shape.HasRank)
            return SymbolicShape.Unknown;
        if (shape.Rank == 0)
            return call.Fail(new SignatureMismatch(MismatchKind.NoDimensions, call.Source));
        if (call.Dim(2, shape.Rank) is not { } dim)
            return SymbolicShape.OfRank(shape.Rank);

        var dims = shape.Dims.ToArray();
        dims[dim] = call.Size(1).Number is > 0 and var chunks && (dims[dim] / chunks) is var part && part * chunks == dims[dim] ? part : SymbolicSize.Unknown;
        return SymbolicShape.Of(dims);
    }
}
