using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>unfold: a column of a window's elements for each place of it in the image.</summary>
internal sealed class UnfoldFunction() : ShapeFunction(
    "unfold", Shape("s"), Shape("size"), Numbers("kernelSize"), Numbers("dilation"), Numbers("padding"), Numbers("stride"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        var (leading, size) = (call.Shape(0), call.Shape(1));
        var ones = PerDimensionArgument.Repeat(1, size.Rank);
        if (!leading.HasRank || leading.Rank == 0
            || PerDimensionArgument.Read(call, 2, ones) is not { } kernel
            || PerDimensionArgument.Read(call, 3, ones) is not { } dilation
            || PerDimensionArgument.Read(call, 4, PerDimensionArgument.Repeat(0, size.Rank)) is not { } padding
            || PerDimensionArgument.Read(call, 5, ones) is not { } stride)
        {
            return SymbolicShape.Unknown;
        }

        var (taps, windows) = (leading.Dims[leading.Rank - 1].Number, (long?)1);
        for (var dim = 0; dim < size.Rank; dim++)
        {
            taps *= kernel[dim].Number;
            var free = size.Dims[dim].Number + (2 * padding[dim].Number) - (dilation[dim].Number * (kernel[dim].Number - 1)) - 1;
            windows = free >= 0 && stride[dim].Number > 0 ? windows * ((free / stride[dim].Number) + 1) : null;
        }

        return SymbolicShape.Of([.. leading.Dims.Take(leading.Rank - 1), Known(taps), Known(windows)]);
    }

    private static SymbolicSize Known(long? number) => number is { } size ? size : SymbolicSize.Unknown;
}
