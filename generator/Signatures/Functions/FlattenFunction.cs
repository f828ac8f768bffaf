using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>flatten: the dimensions from <c>startDim</c> to <c>endDim</c>, both included, become one.</summary>
internal sealed class FlattenFunction() : ShapeFunction("flatten", Shape("s"), Number("startDim"), Number("endDim"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var shape = call.Shape(0);
        if (!shape.HasRank || call.Dim(1, shape.Rank) is not { } start || call.Dim(2, shape.Rank) is not { } end)
            return SymbolicShape.Unknown;
        if (shape.Rank == 0)
            return SymbolicShape.Of(1);

        if (start > end)
        {
            return call.Fail(new SignatureMismatch(MismatchKind.ArgumentOutOfRange, call.Source)
            {
                Name = call.NameOf(1),
                Actual = start,
                High = end,
            });
        }

        var merged = SymbolicShape.Of(shape.Dims.Skip(start).Take(end - start + 1));
        var size = start == end ? shape.Dims[start] : merged.Elements;
        return SymbolicShape.Of([.. shape.Dims.Take(start), size, .. shape.Dims.Skip(end + 1)]);
    }
}
