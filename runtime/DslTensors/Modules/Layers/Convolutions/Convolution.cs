using System.Numerics;

namespace DslTensors;

/// <summary>What the layers <c>Conv1d</c>, <c>Conv2d</c> and <c>Conv3d</c> share.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="spatial">The number of spatial dimensions.</param>
/// <param name="inChannels">The number of channels of the input.</param>
/// <param name="outChannels">The number of channels of the result.</param>
/// <param name="kernelSize">The size of a kernel.</param>
/// <param name="stride">The distance between two places of a kernel.</param>
/// <param name="padding">What is added on both sides of each dimension.</param>
/// <param name="dilation">The distance between two elements of a kernel.</param>
/// <param name="groups">In how many groups the channels are convolved.</param>
/// <param name="bias">Whether a number is added to each channel.</param>
/// <param name="paddingMode">What is added around the input.</param>
/// <exception cref="TensorException">The channels can't be divided into the groups, or "same" is asked for with a stride.</exception>
[Module]
public abstract partial class Convolution<T>(
    int spatial, int inChannels, int outChannels, PerDimension kernelSize, PerDimension stride, Padding padding, PerDimension dilation, int groups, bool bias,
    PadMode paddingMode)
    : ConvolutionKernels<T>(spatial, false, inChannels, outChannels, kernelSize, stride, dilation, groups, bias, paddingMode)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>What is added on both sides of each dimension.</summary>
    public Padding Padding { get; } = !padding.IsSame || stride.All(static step => step == 1)
        ? padding
        : throw new TensorException($"padding='same' is not supported for strided convolutions. The stride is {stride}; give the padding as a number.");

    /// <summary>The input with a border of <see cref="ConvolutionKernels{T}.PaddingMode"/>.</summary>
    private protected Tensor<T> Padded(Tensor<T> input)
    {
        int[] reach = [.. KernelSize.Zip(Dilation, static (size, step) => ((size - 1) * step) + 1)];
        var before = Padding.Before(reach);
        var widths = new int[2 * reach.Length];
        for (var i = 0; i < reach.Length; i++)
        {
            var place = 2 * (reach.Length - 1 - i);
            (widths[place], widths[place + 1]) = (before[i], Padding.IsSame ? reach[i] - 1 - before[i] : before[i]);
        }

        return input.Pad(widths, PaddingMode);
    }

    /// <inheritdoc/>
    protected override string ExtraRepr()
    {
        if (Padding.Word is { } word)
            return Options(word, null);
        var widths = Padding.Before([.. KernelSize]);
        return Options(widths.All(static width => width == 0) ? null : PythonText.Tuple(widths), null);
    }
}
