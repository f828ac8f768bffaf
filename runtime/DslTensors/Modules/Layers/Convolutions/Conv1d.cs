using System.Numerics;

namespace DslTensors;

/// <summary>Slides learned kernels over sequences and sums the products under them (PyTorch's <c>nn.Conv1d</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="inChannels">The number of channels of the input.</param>
/// <param name="outChannels">The number of channels of the result.</param>
/// <param name="kernelSize">The size of a kernel.</param>
/// <param name="stride">The distance between two places of a kernel; 1 by default.</param>
/// <param name="padding">What is added on both sides of each dimension, or "same" or "valid"; nothing by default.</param>
/// <param name="dilation">The distance between two elements of a kernel; 1 by default.</param>
/// <param name="groups">In how many groups the channels are convolved, each on its own.</param>
/// <param name="bias">Whether a number is added to each channel.</param>
/// <param name="paddingMode">What is added; by default zeros.</param>
/// <exception cref="TensorException">The channels can't be divided into the groups, or an option is not supported.</exception>
[Module]
public partial class Conv1d<T>(
    int inChannels, int outChannels, PerDimension kernelSize, PerDimension stride = default, Padding padding = default,
    PerDimension dilation = default, int groups = 1, bool bias = true, PadMode paddingMode = PadMode.Constant)
    : Convolution<T>(1, inChannels, outChannels, kernelSize, stride, padding, dilation, groups, bias, paddingMode)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The sums, [b, outChannels, ...].</summary>
    [return: Shape("convolve(b, l, outChannels (inChannels/groups) kernelSize..., stride, padding, dilation, groups)")]
    public Tensor<T> Forward([Shape("b? inChannels l")] Tensor<T> input) => PaddingMode == PadMode.Constant
        ? Tensor.Conv1d(input, Weight, Bias, Stride, Padding, Dilation, Groups)
        : Tensor.Conv1d(Padded(input), Weight, Bias, Stride, default, Dilation, Groups);
}

/// <summary>Slides learned kernels over sequences and sums the products under them, for float tensors (PyTorch's <c>nn.Conv1d</c>).</summary>
/// <param name="inChannels">The number of channels of the input.</param>
/// <param name="outChannels">The number of channels of the result.</param>
/// <param name="kernelSize">The size of a kernel.</param>
/// <param name="stride">The distance between two places of a kernel; 1 by default.</param>
/// <param name="padding">What is added on both sides of each dimension, or "same" or "valid"; nothing by default.</param>
/// <param name="dilation">The distance between two elements of a kernel; 1 by default.</param>
/// <param name="groups">In how many groups the channels are convolved, each on its own.</param>
/// <param name="bias">Whether a number is added to each channel.</param>
/// <param name="paddingMode">What is added; by default zeros.</param>
/// <exception cref="TensorException">The channels can't be divided into the groups, or an option is not supported.</exception>
public class Conv1d(
    int inChannels, int outChannels, PerDimension kernelSize, PerDimension stride = default, Padding padding = default,
    PerDimension dilation = default, int groups = 1, bool bias = true, PadMode paddingMode = PadMode.Constant)
    : Conv1d<float>(inChannels, outChannels, kernelSize, stride, padding, dilation, groups, bias, paddingMode);
