using System;
using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>A value for each singular value or pivot of matrices: the last two sizes become the lesser of them.</summary>
internal sealed class LesserFunction() : ShapeFunction("lesser", Shape("s"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var shape = call.Shape(0);
        return shape.HasRank && shape.Rank >= 2 ? SymbolicShape.Of([.. shape.Dims.Take(shape.Rank - 2), Of(shape)]) : SymbolicShape.Unknown;
    }

    /// <summary>The lesser of the last two sizes.</summary>
    public static SymbolicSize Of(SymbolicShape shape)
    {
        var (rows, columns) = (shape.Dims[shape.Rank - 2], shape.Dims[shape.Rank - 1]);
        return rows.Number is { } height && columns.Number is { } width ? Math.Min(height, width) : rows.Join(columns);
    }
}
