using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>narrow: <c>length</c> indices of one dimension from <c>start</c> on, which may count from the end.</summary>
internal sealed class SliceFunction() : ShapeFunction("slice", Shape("s"), Number("dim"), Number("start"), Number("length"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var shape = call.Shape(0);
        if (!shape.HasRank)
            return SymbolicShape.Unknown;
        if (shape.Rank == 0)
            return call.Fail(new SignatureMismatch(MismatchKind.NoDimensions, call.Source));
        if (call.Dim(1, shape.Rank) is not { } dim)
            return SymbolicShape.OfRank(shape.Rank);

        if (call.Size(3).Number is { } length)
        {
            if (length < 0)
                return call.Fail(new SignatureMismatch(MismatchKind.NegativeSize, call.Source) { Name = call.NameOf(3), Actual = length });
            if (shape.Dims[dim].Number is { } size && Excess(call, dim, size, length) is { } mismatch)
                return call.Fail(mismatch);
        }

        var dims = shape.Dims.ToArray();
        dims[dim] = call.Size(3);
        return SymbolicShape.Of(dims);
    }

    private static SignatureMismatch? Excess(ShapeFunctionCall call, int dim, long size, long length)
    {
        if (call.Size(2).Number is not { } start)
            return null;

        var position = call.Source with { Dim = dim };
        if (start < -size || start > size)
        {
            return new SignatureMismatch(MismatchKind.ArgumentOutOfRange, position)
            {
                Name = call.NameOf(2),
                Actual = start,
                Low = -size,
                High = size,
            };
        }

        var first = start < 0 ? start + size : start;
        return first + length <= size ? null : new SignatureMismatch(MismatchKind.ArgumentOutOfRange, position)
        {
            Name = call.NameOf(3),
            Actual = length,
            High = size - first,
        };
    }
}
