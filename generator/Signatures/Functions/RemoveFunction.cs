using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>select, unbind: one index of a dimension, which goes.</summary>
internal sealed class RemoveFunction() : ShapeFunction("remove", Shape("s"), Number("dim"), Number("index", isOptional: true))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var shape = call.Shape(0);
        if (!shape.HasRank)
            return SymbolicShape.Unknown;
        if (shape.Rank == 0)
            return call.Fail(new SignatureMismatch(MismatchKind.NoDimensions, call.Source));
        if (call.Dim(1, shape.Rank) is not { } dim)
            return SymbolicShape.OfRank(shape.Rank - 1);

        if (call.Value(2) is SizeValue { Size.Number: { } index } && shape.Dims[dim].Number is { } size && (index < -size || index >= size))
        {
            return call.Fail(new SignatureMismatch(MismatchKind.ArgumentOutOfRange, call.Source with { Dim = dim })
            {
                Name = call.NameOf(2),
                Actual = index,
                Low = -size,
                High = size - 1,
            });
        }

        return SymbolicShape.Of(shape.Dims.Where((_, i) => i != dim));
    }
}
