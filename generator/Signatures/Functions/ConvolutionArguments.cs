using System.Globalization;
using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>What a convolution and its transposed form have in common: spatial sizes, a weight, strides, dilations and groups.</summary>
internal sealed class ConvolutionArguments
{
    private ConvolutionArguments(SymbolicShape size, SymbolicShape weight, SymbolicSize[] stride, SymbolicSize[] dilation)
    {
        Size = [.. size.Dims];
        Weight = weight;
        Kernel = weight.Rank == 3 ? PerDimensionArgument.Repeat(weight.Dims[2], size.Rank) : [.. weight.Dims.Skip(2)];
        (Stride, Dilation) = (stride, dilation);
    }

    public SymbolicSize[] Size { get; }

    public SymbolicShape Weight { get; }

    public SymbolicSize[] Kernel { get; }

    public SymbolicSize[] Stride { get; }

    public SymbolicSize[] Dilation { get; }

    /// <summary>Reads the arguments after the batch: the spatial sizes and the weight first. Null after a mismatch.</summary>
    public static ConvolutionArguments? Read(ShapeFunctionCall call, int stride, int dilation, int groups)
    {
        var (size, weight) = (call.Shape(1), call.Shape(2));
        if (weight.Rank < 3 || (weight.Rank > 3 && weight.Rank != size.Rank + 2))
            return null;
        var ones = PerDimensionArgument.Repeat(1, size.Rank);
        if (PerDimensionArgument.Read(call, stride, ones) is not { } strides || PerDimensionArgument.Read(call, dilation, ones) is not { } dilations)
            return null;
        var arguments = new ConvolutionArguments(size, weight, strides, dilations);
        return PerDimensionArgument.Check(call, stride, strides, 1, "non-positive stride is not supported")
            && PerDimensionArgument.Check(call, dilation, dilations, 1, $"dilation should be greater than zero, but got {SymbolicShape.Of(dilations)}")
            && arguments.CheckKernel(call)
            && arguments.CheckGroups(call, groups) ? arguments : null;
    }

    /// <summary>How far a kernel reaches in one dimension.</summary>
    public long? Reach(int dim) => (Dilation[dim].Number * (Kernel[dim].Number - 1)) + 1;

    /// <summary>Sizes as PyTorch writes them here: <c>(2 x 3)</c>; null if one is unknown.</summary>
    public static string? Written(long?[] sizes) => sizes.Contains(null)
        ? null
        : $"({string.Join(" x ", sizes.Select(size => size!.Value.ToString(CultureInfo.InvariantCulture)))})";

    private bool CheckKernel(ShapeFunctionCall call)
    {
        var empty = Kernel.ToList().FindIndex(size => size.Number == 0);
        if (empty >= 0)
        {
            call.Fail(new SignatureMismatch(MismatchKind.Window, new ShapePosition(1, -1, 2 + empty))
            {
                Expected = 1,
                Sentence = $"kernel size should be greater than zero, but got {Named("kernel", Kernel, 1)}",
            });
        }

        return empty < 0;
    }

    /// <summary>An argument as PyTorch lists it: <c>stride_height: 2 stride_width: 1</c>. A line counts as a plane of one row.</summary>
    public static string Named(string what, SymbolicSize[] values, long row)
    {
        SymbolicSize[] all = values.Length == 1 ? [row, .. values] : values;
        string[] names = all.Length == 3 ? ["depth", "height", "width"] : ["height", "width"];
        return string.Join(" ", names.Zip(all, (name, value) => $"{what}_{name}: {value}"));
    }

    private bool CheckGroups(ShapeFunctionCall call, int index)
    {
        if (call.Size(index).Number is not { } groups)
            return true;
        var sentence = groups <= 0
            ? "non-positive groups is not supported"
            : Weight.Dims[0].Number is not { } channels || (channels >= groups && channels % groups == 0)
                ? null
                : channels < groups
                    ? $"Given groups={groups}, expected weight to be at least {groups} at dimension 0, but got weight of size {Weight} instead"
                    : $"Given groups={groups}, expected weight to be divisible by {groups} at dimension 0, but got weight of size [{Weight}] instead";
        if (sentence is not null)
            call.Fail(new SignatureMismatch(MismatchKind.Argument, call.Source) { Name = call.NameOf(index), Actual = groups, Sentence = sentence });
        return sentence is null;
    }
}
