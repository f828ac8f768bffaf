using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>conv_transpose1d, conv_transpose2d: each input element places the kernel once; the results overlap and sum.</summary>
internal sealed class ConvolveTransposedFunction() : ShapeFunction(
    "convolveTransposed",
    Shape("batch"), Shape("size"), Shape("weight"), Numbers("stride"), Numbers("padding"), Numbers("outputPadding"), Numbers("dilation"), Number("groups"))
{
    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        if (ConvolutionArguments.Read(call, stride: 3, dilation: 6, groups: 7) is not { } arguments)
            return SymbolicShape.Unknown;
        var none = PerDimensionArgument.Repeat(0, arguments.Size.Length);
        if (PerDimensionArgument.Read(call, 4, none) is not { } padding
            || PerDimensionArgument.Read(call, 5, none) is not { } added
            || !PerDimensionArgument.Check(call, 4, padding, 0, "negative padding is not supported")
            || !PerDimensionArgument.Check(call, 5, added, 0, "negative output_padding is not supported"))
        {
            return SymbolicShape.Unknown;
        }

        var batch = call.Shape(0);
        var sizes = arguments.Size
            .Select((size, dim) => ((size.Number - 1) * arguments.Stride[dim].Number) - (2 * padding[dim].Number) + arguments.Reach(dim) + added[dim].Number)
            .ToArray();
        if (Excess(call, arguments, added) is { } excess)
            return call.Fail(excess);
        if (Misfit(call, arguments, sizes, batch.Rank) is { } misfit)
            return call.Fail(misfit);
        if (!batch.HasRank)
            return SymbolicShape.Unknown;
        var channels = arguments.Weight.Dims[1].Number * call.Size(7).Number;
        return SymbolicShape.Of([.. batch.Dims, Known(channels), .. sizes.Select(Known)]);
    }

    private static SymbolicSize Known(long? size) => size is { } number ? number : SymbolicSize.Unknown;

    private static SignatureMismatch? Excess(ShapeFunctionCall call, ConvolutionArguments arguments, SymbolicSize[] added)
    {
        for (var dim = 0; dim < added.Length; dim++)
        {
            if (added[dim].Number >= arguments.Stride[dim].Number && added[dim].Number >= arguments.Dilation[dim].Number)
            {
                return new SignatureMismatch(MismatchKind.Argument, call.Source)
                {
                    Name = call.NameOf(5),
                    Actual = added[dim].Number.GetValueOrDefault(),
                    Sentence = "output padding must be smaller than either stride or dilation, but got "
                        + $"{ConvolutionArguments.Named("output_padding", added, 0)} {ConvolutionArguments.Named("stride", arguments.Stride, 1)} {ConvolutionArguments.Named("dilation", arguments.Dilation, 1)}",
                };
            }
        }

        return null;
    }

    private static SignatureMismatch? Misfit(ShapeFunctionCall call, ConvolutionArguments arguments, long?[] sizes, int leading)
    {
        for (var dim = 0; dim < sizes.Length; dim++)
        {
            if (sizes[dim] is not { } size || size >= 1)
                continue;

            // PyTorch treats a line as a plane of one row.
            var one = sizes.Length == 1 ? new long?[] { 1 } : [];
            var input = ConvolutionArguments.Written([.. one, .. arguments.Size.Select(given => given.Number)]);
            var output = ConvolutionArguments.Written([.. one, .. sizes]);
            return new SignatureMismatch(MismatchKind.Window, call.Source with { Dim = leading + 1 + dim })
            {
                Expected = 1,
                Actual = size,
                Sentence = input is null || output is null
                    ? null
                    : $"Given input size per channel: {input}. Calculated output size per channel: {output}. Output size is too small",
            };
        }

        return null;
    }
}
