using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>conv1d, conv2d, conv3d: one result for each place of the kernel in the padded input.</summary>
internal sealed class ConvolveFunction() : ShapeFunction(
    "convolve", Shape("batch"), Shape("size"), Shape("weight"), Numbers("stride"), Numbers("padding"), Numbers("dilation"), Number("groups"))
{
    private const int PaddingIndex = 4;

    public override SymbolicShape Evaluate(ShapeFunctionCall call)
    {
        if (ConvolutionArguments.Read(call, stride: 3, dilation: 5, groups: 6) is not { } arguments)
            return SymbolicShape.Unknown;
        var isSame = call.Value(PaddingIndex) is ChoiceValue { Name: "same" };
        if (isSame && arguments.Stride.FirstOrDefault(stride => stride.Number > 1) is { Number: { } skipping })
        {
            return call.Fail(new SignatureMismatch(MismatchKind.Argument, call.Source)
            {
                Name = call.NameOf(3),
                Actual = skipping,
                Sentence = "padding='same' is not supported for strided convolutions",
            });
        }

        if (call.Value(PaddingIndex) is ChoiceValue { Name: not ("same" or "valid") and var word })
            return call.Fail(new SignatureMismatch(MismatchKind.Argument, call.Source) { Name = call.NameOf(PaddingIndex), Word = word, Sentence = $"Invalid padding string: '{word}'" });
        var none = PerDimensionArgument.Repeat(0, arguments.Size.Length);
        var padding = call.Value(PaddingIndex) is ChoiceValue { Name: "valid" } ? none : PerDimensionArgument.Read(call, PaddingIndex, none);
        if (padding is null || !PerDimensionArgument.Check(call, PaddingIndex, padding, 0, "negative padding is not supported"))
            return SymbolicShape.Unknown;

        var batch = call.Shape(0);
        if (!isSame && Misfit(call, arguments, padding, batch.Rank) is { } mismatch)
            return call.Fail(mismatch);
        var sizes = arguments.Size.Select((size, dim) => isSame ? size : Count(arguments, padding, dim));
        return batch.Append([arguments.Weight.Dims[0], .. sizes]);
    }

    private static SymbolicSize Count(ConvolutionArguments arguments, SymbolicSize[] padding, int dim)
    {
        // What a kernel takes away and padding gives back: the size stays, whatever it is.
        if (arguments.Stride[dim].Number == 1 && 2 * padding[dim].Number is { } added && added == arguments.Reach(dim) - 1)
            return arguments.Size[dim];
        return arguments.Reach(dim) is { } reach
            ? ((arguments.Size[dim] + (2 * padding[dim]) - reach) / arguments.Stride[dim]) + 1
            : SymbolicSize.Unknown;
    }

    private static SignatureMismatch? Misfit(ShapeFunctionCall call, ConvolutionArguments arguments, SymbolicSize[] padding, int leading)
    {
        var padded = arguments.Size.Select((size, dim) => size.Number + (2 * padding[dim].Number)).ToArray();
        var reach = arguments.Size.Select((_, dim) => arguments.Reach(dim)).ToArray();
        for (var dim = 0; dim < padded.Length; dim++)
        {
            if (reach[dim] > padded[dim])
            {
                return new SignatureMismatch(MismatchKind.Window, call.Source with { Dim = leading + 1 + dim })
                {
                    Expected = reach[dim].GetValueOrDefault(),
                    Actual = padded[dim].GetValueOrDefault(),
                    Sentence = ConvolutionArguments.Written(padded) is { } input && ConvolutionArguments.Written(reach) is { } kernel
                        ? $"Calculated padded input size per channel: {input}. Kernel size: {kernel}. Kernel size can't be greater than actual input size"
                        : null,
                };
            }
        }

        return null;
    }
}
