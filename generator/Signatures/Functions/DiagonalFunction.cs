using System;
using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>diagonal: two dimensions go, and the length of their diagonal comes last.</summary>
internal sealed class DiagonalFunction() : ShapeFunction("diagonal", Shape("s"), Number("offset"), Number("dim1"), Number("dim2"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var shape = call.Shape(0);
        if (!shape.HasRank)
            return SymbolicShape.Unknown;
        if (call.Dim(2, shape.Rank) is not { } rows || call.Dim(3, shape.Rank) is not { } columns)
            return shape.Rank < 2 ? SymbolicShape.Unknown : SymbolicShape.OfRank(shape.Rank - 1);
        if (rows == columns)
            return call.Fail(new SignatureMismatch(MismatchKind.DuplicateDimension, call.Source) { Name = call.NameOf(3), Actual = rows });

        var length = shape.Dims[rows].Number is { } height && shape.Dims[columns].Number is { } width && call.Size(1).Number is { } offset
            ? Math.Max(0, offset >= 0 ? Math.Min(height, width - offset) : Math.Min(height + offset, width))
            : SymbolicSize.Unknown;
        return SymbolicShape.Of([.. shape.Dims.Where((_, i) => i != rows && i != columns), length]);
    }
}
