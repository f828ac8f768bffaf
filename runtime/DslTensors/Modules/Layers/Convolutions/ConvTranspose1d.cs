using System.Numerics;

namespace DslTensors;

/// <summary>Places a learned kernel for every element of sequences and sums where they overlap (PyTorch's <c>nn.ConvTranspose1d</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="inChannels">The number of channels of the input.</param>
/// <param name="outChannels">The number of channels of the result.</param>
/// <param name="kernelSize">The size of a kernel.</param>
/// <param name="stride">The distance between two places of a kernel; 1 by default.</param>
/// <param name="padding">What is cut off the result on each side; nothing by default.</param>
/// <param name="outputPadding">What the result has more on its far side; nothing by default.</param>
/// <param name="groups">In how many groups the channels are convolved, each on its own.</param>
/// <param name="bias">Whether a number is added to each channel.</param>
/// <param name="dilation">The distance between two elements of a kernel; 1 by default.</param>
/// <param name="paddingMode">Zeros; no other is supported.</param>
/// <exception cref="TensorException">The channels can't be divided into the groups, or an option is not supported.</exception>
[Module]
public partial class ConvTranspose1d<T>(
    int inChannels, int outChannels, PerDimension kernelSize, PerDimension stride = default, PerDimension padding = default,
    PerDimension outputPadding = default, int groups = 1, bool bias = true, PerDimension dilation = default,
    PadMode paddingMode = PadMode.Constant)
    : ConvolutionTranspose<T>(1, inChannels, outChannels, kernelSize, stride, padding, outputPadding, groups, bias, dilation, paddingMode)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The sums, [b, outChannels, ...].</summary>
    [return: Shape("convolveTransposed(b, l, inChannels (outChannels/groups) kernelSize..., stride, padding, outputPadding, dilation, groups)")]
    public Tensor<T> Forward([Shape("b? inChannels l")] Tensor<T> input) =>
        Tensor.ConvTranspose1d(input, Weight, Bias, Stride, Padding, OutputPadding, Groups, Dilation);

    /// <summary>The sums, with the spatial sizes that are asked for: a stride leaves several possible.</summary>
    /// <param name="input">The input.</param>
    /// <param name="outputSize">The spatial sizes, or all sizes of the result.</param>
    /// <exception cref="ShapeException">No output padding gives these sizes.</exception>
    [return: Shape("b? outChannels m")]
    public Tensor<T> Forward([Shape("b? inChannels l")] Tensor<T> input, int[] outputSize) =>
        Tensor.ConvTranspose1d(input, Weight, Bias, Stride, Padding, OutputPaddingFor(input, outputSize), Groups, Dilation);
}

/// <summary>
/// Places a learned kernel for every element of sequences and sums where they overlap, for float tensors (PyTorch's <c>nn.ConvTranspose1d</c>).
/// </summary>
/// <param name="inChannels">The number of channels of the input.</param>
/// <param name="outChannels">The number of channels of the result.</param>
/// <param name="kernelSize">The size of a kernel.</param>
/// <param name="stride">The distance between two places of a kernel; 1 by default.</param>
/// <param name="padding">What is cut off the result on each side; nothing by default.</param>
/// <param name="outputPadding">What the result has more on its far side; nothing by default.</param>
/// <param name="groups">In how many groups the channels are convolved, each on its own.</param>
/// <param name="bias">Whether a number is added to each channel.</param>
/// <param name="dilation">The distance between two elements of a kernel; 1 by default.</param>
/// <param name="paddingMode">Zeros; no other is supported.</param>
/// <exception cref="TensorException">The channels can't be divided into the groups, or an option is not supported.</exception>
public class ConvTranspose1d(
    int inChannels, int outChannels, PerDimension kernelSize, PerDimension stride = default, PerDimension padding = default,
    PerDimension outputPadding = default, int groups = 1, bool bias = true, PerDimension dilation = default,
    PadMode paddingMode = PadMode.Constant)
    : ConvTranspose1d<float>(inChannels, outChannels, kernelSize, stride, padding, outputPadding, groups, bias, dilation, paddingMode);
