using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>fold: columns of windows' elements become images of the size that the caller asks for.</summary>
internal sealed class FoldFunction() : ShapeFunction("fold", Shape("s"), Numbers("outputSize"), Numbers("kernelSize"), Numbers("dilation"), Numbers("padding"), Numbers("stride"), Shape("blocks"))
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

        if (Misfit(call, columns, output, kernel) is { } mismatch)
            return call.Fail(mismatch);
        var (rows, taps) = (columns.Dims[columns.Rank - 1].Number, kernel[0].Number * kernel[1].Number);
        SymbolicSize channels = taps > 0 && rows % taps == 0 ? rows.GetValueOrDefault() / taps.GetValueOrDefault() : SymbolicSize.Unknown;
        return SymbolicShape.Of([.. columns.Dims.Take(columns.Rank - 1), channels, .. output]);
    }

    private static SignatureMismatch? Misfit(ShapeFunctionCall call, SymbolicShape columns, SymbolicSize[] output, SymbolicSize[] kernel)
    {
        if (columns.Rank < 1 || call.Source.IsArgument
            || PerDimensionArgument.Read(call, 3, PerDimensionArgument.Repeat(1, 2)) is not { } dilation
            || PerDimensionArgument.Read(call, 4, PerDimensionArgument.Repeat(0, 2)) is not { } padding
            || PerDimensionArgument.Read(call, 5, PerDimensionArgument.Repeat(1, 2)) is not { } stride)
        {
            return null;
        }

        var rows = columns.Dims[columns.Rank - 1];
        var taps = kernel[0] * kernel[1];
        if (taps.Number > 0 && rows.Number % taps.Number > 0)
        {
            return new SignatureMismatch(MismatchKind.Multiple, call.Source with { Dim = columns.Rank - 1 })
            {
                Expected = taps,
                Actual = rows,
                Sentence = $"Expected size of input's dimension 1 to be divisible by the product of kernel_size, but got input.size(1)={rows} and kernel_size=({kernel[0]}, {kernel[1]})",
            };
        }

        var blocks = SymbolicSize.Of(1);
        for (var i = 0; i < 2; i++)
            blocks = stride[i].Number > 0 ? blocks * (((output[i] + (padding[i] * 2) - (dilation[i] * (kernel[i] - 1)) - 1) / stride[i]) + 1) : SymbolicSize.Unknown;
        return call.Shape(6) is { Rank: 1 } given && given.Dims[0].Number is { } actual && blocks.Number is { } expected && actual != expected
            ? new SignatureMismatch(MismatchKind.Literal, call.Source with { Dim = columns.Rank })
            {
                Expected = expected,
                Actual = actual,
                Sentence = $"expected size of input's dimension 2 to match the calculated number of sliding blocks {expected}, but got input.size(2)={actual}",
            }
            : null;
    }
}
