using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>fold: columns of windows' elements become images of the size that the caller asks for.</summary>
internal sealed class FoldFunction() : ShapeFunction("fold", Shape("s"), Numbers("outputSize"), Numbers("kernelSize"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var columns = call.Shape(0);
        var unknown = PerDimensionArgument.Repeat(SymbolicSize.Unknown, 2);
        if (!columns.HasRank || columns.Rank == 0
            || PerDimensionArgument.Read(call, 1, unknown) is not { } output
            || PerDimensionArgument.Read(call, 2, unknown) is not { } kernel)
        {
            return SymbolicShape.Unknown;
        }

        var (rows, taps) = (columns.Dims[columns.Rank - 1].Number, kernel[0].Number * kernel[1].Number);
        SymbolicSize channels = taps > 0 && rows % taps == 0 ? rows.GetValueOrDefault() / taps.GetValueOrDefault() : SymbolicSize.Unknown;
        return SymbolicShape.Of([.. columns.Dims.Take(columns.Rank - 1), channels, .. output]);
    }
}
