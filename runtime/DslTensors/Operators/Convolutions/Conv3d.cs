using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>Slides kernels over volumes and sums the products under them (PyTorch's <c>nn.functional.conv3d</c>, a cross-correlation).</summary>
/// <param name="input">The volumes, [b, c, d, h, w], or one of them without the batch.</param>
/// <param name="weight">The kernels, [o, c / groups, kd, kh, kw].</param>
/// <param name="bias">What is added to each output channel, [o].</param>
/// <param name="stride">The distance between two places of a kernel; 1 by default, or three numbers for depth, height and width.</param>
/// <param name="padding">The zeros around the volumes, the same on both sides, or "same" or "valid"; none by default.</param>
/// <param name="dilation">The distance between two elements of a kernel; 1 by default.</param>
/// <param name="groups">In how many groups the channels are convolved, each on its own.</param>
/// <returns>The sums, [b, o, ...]; each spatial size is (size + 2 padding - dilation (kernel - 1) - 1) / stride + 1, rounded down.</returns>
/// <exception cref="ShapeException">The channels don't fit, an argument is out of range, or a kernel is larger than the padded input.</exception>
[TensorOp("b? (i*groups) d h w, o i kd kh kw, o? -> convolve(b, d h w, o i kd kh kw, stride, padding, dilation, groups)")]
[ShapeError("input", ShapeFault.Rank, "Expected 4D (unbatched) or 5D (batched) input to conv3d, but got input of size: {input}")]
[ShapeError("input", ShapeFault.Size, "Given groups={groups}, weight of size {weight}, expected input{input} to have {i * groups} channels, but got {input[^4]} channels instead")]
[ShapeError("weight", ShapeFault.Rank, "Expected {weight.Rank}-dimensional input for {weight.Rank}-dimensional weight {weight}, but got {input.Rank}-dimensional input of size {input} instead")]
[ShapeError("bias", ShapeFault.Rank, "Given weight of size {weight}, expected bias to be 1-dimensional with {o} elements, but got bias of size {bias} instead")]
[ShapeError("bias", ShapeFault.Size, "Given weight of size {weight}, expected bias to be 1-dimensional with {o} elements, but got bias of size {bias} instead")]
public static partial class Conv3d
{
    private static void Forward<T>(
        TensorView<T> input, TensorView<T> weight, TensorView<T>? bias, TensorView<T> result,
        PerDimension stride = default, Padding padding = default, PerDimension dilation = default, int groups = 1)
        where T : unmanaged, INumber<T> =>
        ConvolutionKernel.Run(input, weight, bias, result, ConvolutionGeometry.Of(weight.Sizes, stride, padding, dilation, groups));

    private static Tensor<T> GradInput<T>(
        Tensor<T> grad, Tensor<T> weight, Shape inputShape, PerDimension stride, Padding padding, PerDimension dilation, int groups)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ConvolutionInput.Apply(grad, weight, inputShape, ConvolutionGeometry.Of(weight.Shape, stride, padding, dilation, groups), null);

    private static Tensor<T> GradWeight<T>(
        Tensor<T> grad, Tensor<T> input, Shape weightShape, PerDimension stride, Padding padding, PerDimension dilation, int groups)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ConvolutionWeight.Apply(input, grad, weightShape, ConvolutionGeometry.Of(weightShape, stride, padding, dilation, groups), null);

    private static Tensor<T> GradBias<T>(Tensor<T> grad)
        where T : unmanaged, IFloatingPointIeee754<T> => ChannelSum.Of(grad, 3);
}
