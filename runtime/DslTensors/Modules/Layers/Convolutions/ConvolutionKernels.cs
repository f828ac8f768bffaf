using System.Numerics;

namespace DslTensors;

/// <summary>What all layers of convolution have: learned kernels, and how these are placed (PyTorch's <c>_ConvNd</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="spatial">The number of spatial dimensions.</param>
/// <param name="isTransposed">Whether kernels are placed for each input instead of slid over all.</param>
/// <param name="inChannels">The number of channels of the input.</param>
/// <param name="outChannels">The number of channels of the result.</param>
/// <param name="kernelSize">The size of a kernel.</param>
/// <param name="stride">The distance between two places of a kernel.</param>
/// <param name="dilation">The distance between two elements of a kernel.</param>
/// <param name="groups">In how many groups the channels are convolved.</param>
/// <param name="bias">Whether a number is added to each channel.</param>
/// <param name="paddingMode">What is added around the input.</param>
/// <exception cref="TensorException">The channels can't be divided into the groups.</exception>
[Module]
public abstract partial class ConvolutionKernels<T>(
    int spatial, bool isTransposed, int inChannels, int outChannels, PerDimension kernelSize, PerDimension stride, PerDimension dilation, int groups, bool bias,
    PadMode paddingMode)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>In how many groups the channels are convolved, each on its own.</summary>
    public int Groups { get; } = CheckedGroups(inChannels, outChannels, groups);

    /// <summary>
    /// The kernels [outChannels, inChannels / groups, ...], transposed [inChannels, outChannels / groups, ...]; at first evenly distributed within
    /// 1 / sqrt(fan in).
    /// </summary>
    [Parameter, Shape("o i k...")]
    public partial Tensor<T> Weight { get; set; } = Init.KaimingUniform<T>(Sizes(spatial, isTransposed, inChannels, outChannels, kernelSize, groups));

    /// <summary>
    /// What is added to each channel [outChannels], at first evenly distributed within 1 / sqrt(fan in); absent with <c>bias: false</c>.
    /// </summary>
    [Parameter(nameof(outChannels), When = nameof(bias))]
    public partial Tensor<T>? Bias { get; set; } = bias
        ? Init.UniformWithinFan<T>(FanIn(Sizes(spatial, isTransposed, inChannels, outChannels, kernelSize, groups)), outChannels)
        : null;

    /// <summary>The number of channels of the input.</summary>
    public int InChannels { get; } = inChannels;

    /// <summary>The number of channels of the result.</summary>
    public int OutChannels { get; } = outChannels;

    /// <summary>The size of a kernel, one number for each dimension.</summary>
    public PerDimension KernelSize { get; } = kernelSize.For(spatial, "kernel_size", []);

    /// <summary>The distance between two places of a kernel, one number for each dimension.</summary>
    public PerDimension Stride { get; } = stride.For(spatial, "stride", [.. Enumerable.Repeat(1, spatial)]);

    /// <summary>The distance between two elements of a kernel, one number for each dimension.</summary>
    public PerDimension Dilation { get; } = dilation.For(spatial, "dilation", [.. Enumerable.Repeat(1, spatial)]);

    /// <summary>What is added around the input; <see cref="PadMode.Constant"/> is zeros.</summary>
    public PadMode PaddingMode { get; } = paddingMode;

    /// <summary>The options that layers with and without transposition print alike.</summary>
    /// <param name="padding">The padding, if it is to be printed.</param>
    /// <param name="outputPadding">The output padding, if it is to be printed.</param>
    private protected string Options(string? padding, string? outputPadding)
    {
        var text = $"{InChannels}, {OutChannels}, kernel_size={PythonText.Tuple(KernelSize)}, stride={PythonText.Tuple(Stride)}";
        text += padding is null ? "" : $", padding={padding}";
        text += Dilation.All(static step => step == 1) ? "" : $", dilation={PythonText.Tuple(Dilation)}";
        text += outputPadding is null ? "" : $", output_padding={outputPadding}";
        text += Groups == 1 ? "" : $", groups={Groups}";
        text += Bias is null ? ", bias=False" : "";
        return text + (PaddingMode == PadMode.Constant ? "" : $", padding_mode={PaddingMode.ToString().ToLowerInvariant()}");
    }

    private static int CheckedGroups(int inChannels, int outChannels, int groups)
    {
        if (groups <= 0)
            throw new TensorException($"groups must be a positive integer. It is {groups}.");
        if (inChannels % groups != 0)
            throw new TensorException($"in_channels must be divisible by groups. There are {inChannels} channels for {groups} groups.");
        if (outChannels % groups != 0)
            throw new TensorException($"out_channels must be divisible by groups. There are {outChannels} channels for {groups} groups.");
        return groups;
    }

    private static int[] Sizes(int spatial, bool isTransposed, int inChannels, int outChannels, PerDimension kernelSize, int groups)
    {
        var kernel = kernelSize.For(spatial, "kernel_size", []);
        return isTransposed ? [inChannels, outChannels / groups, .. kernel] : [outChannels, inChannels / groups, .. kernel];
    }

    private static int FanIn(int[] sizes) => sizes.Skip(1).Aggregate(1, static (product, size) => product * size);
}
