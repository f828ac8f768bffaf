using System.Numerics;

namespace DslTensors;

/// <summary>What the layers <c>ConvTranspose1d</c>, <c>ConvTranspose2d</c> and <c>ConvTranspose3d</c> share.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="spatial">The number of spatial dimensions.</param>
/// <param name="inChannels">The number of channels of the input.</param>
/// <param name="outChannels">The number of channels of the result.</param>
/// <param name="kernelSize">The size of a kernel.</param>
/// <param name="stride">The distance between two places of a kernel.</param>
/// <param name="padding">What is cut off the result on each side.</param>
/// <param name="outputPadding">What the result has more on its far side.</param>
/// <param name="groups">In how many groups the channels are convolved.</param>
/// <param name="bias">Whether a number is added to each channel.</param>
/// <param name="dilation">The distance between two elements of a kernel.</param>
/// <param name="paddingMode">Zeros; no other is supported.</param>
/// <exception cref="TensorException">The channels can't be divided into the groups, or another padding mode is asked for.</exception>
[Module]
public abstract partial class ConvolutionTranspose<T>(
    int spatial, int inChannels, int outChannels, PerDimension kernelSize, PerDimension stride, PerDimension padding, PerDimension outputPadding, int groups,
    bool bias, PerDimension dilation, PadMode paddingMode)
    : ConvolutionKernels<T>(spatial, true, inChannels, outChannels, kernelSize, stride, dilation, groups, bias, ZerosOnly(spatial, paddingMode))
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>What is cut off the result on each side, one number for each dimension.</summary>
    public PerDimension Padding { get; } = padding.For(spatial, "padding", new int[spatial]);

    /// <summary>What the result has more on its far side, one number for each dimension.</summary>
    public PerDimension OutputPadding { get; } = outputPadding.For(spatial, "output_padding", new int[spatial]);

    /// <summary>The output padding that gives a size.</summary>
    /// <exception cref="ShapeException">None does.</exception>
    private protected PerDimension OutputPaddingFor(Tensor<T> input, int[] outputSize)
    {
        int[] stride = [.. Stride], padding = [.. Padding], kernel = [.. KernelSize], dilation = [.. Dilation];
        var (spatial, leading) = (kernel.Length, input.Rank - kernel.Length);
        var asked = outputSize.Length == leading + spatial ? outputSize[leading..] : outputSize;
        if (asked.Length != spatial)
        {
            throw new ShapeException(
                $"ConvTranspose{spatial}D: for {input.Rank}D input, output_size must have {spatial} or {leading + spatial} elements (got {outputSize.Length}). " +
                "Name the spatial sizes.");
        }

        var least = new int[spatial];
        for (var i = 0; i < spatial; i++)
            least[i] = ((input.Shape[leading + i] - 1) * stride[i]) - (2 * padding[i]) + (dilation[i] * (kernel[i] - 1)) + 1;
        var added = new int[spatial];
        for (var i = 0; i < spatial; i++)
        {
            added[i] = asked[i] - least[i];
            if (added[i] < 0 || added[i] >= stride[i])
            {
                var greatest = least.Zip(stride, static (size, step) => size + step - 1).ToArray();
                throw new ShapeException(
                    $"requested an output size of {Shape.Format(asked)}, but valid sizes range from {Shape.Format(least)} to {Shape.Format(greatest)} " +
                    $"(for an input of {input.Shape}).");
            }
        }

        return added;
    }

    /// <inheritdoc/>
    protected override string ExtraRepr() => Options(
        Padding.All(static width => width == 0) ? null : PythonText.Tuple(Padding),
        OutputPadding.All(static width => width == 0) ? null : PythonText.Tuple(OutputPadding));

    private static PadMode ZerosOnly(int spatial, PadMode mode) => mode == PadMode.Constant
        ? mode
        : throw new TensorException($"Only \"zeros\" padding mode is supported for ConvTranspose{spatial}d. It is {mode}.");
}
