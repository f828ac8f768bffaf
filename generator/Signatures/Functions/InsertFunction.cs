using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>stack: tensors of equal shape along a new dimension of the size <c>count</c>.</summary>
internal sealed class InsertFunction() : ShapeFunction("insert", Shape("s"), Number("dim"), Number("count"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        if (call.List(0) is { Count: 0 })
            return call.Fail(new SignatureMismatch(MismatchKind.EmptyList, call.Source));

        var shape = call.Shape(0);
        if (!shape.HasRank)
            return SymbolicShape.Unknown;
        if (call.Dim(1, shape.Rank + 1) is not { } dim)
            return call.Size(1).Number is null ? SymbolicShape.OfRank(shape.Rank + 1) : SymbolicShape.Unknown;

        var dims = shape.Dims.ToList();
        dims.Insert(dim, call.Size(2));
        return SymbolicShape.Of(dims);
    }
}
