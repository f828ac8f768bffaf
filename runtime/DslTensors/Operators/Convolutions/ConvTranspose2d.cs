using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>Places a kernel for every element of images and sums where they overlap (PyTorch's <c>nn.functional.conv_transpose2d</c>): the gradient of a convolution by its input.</summary>
/// <param name="input">The images, [b, c, h, w], or one of them without the batch.</param>
/// <param name="weight">The kernels, [c, o / groups, kh, kw].</param>
/// <param name="bias">What is added to each output channel, [o].</param>
/// <param name="stride">The distance between two places of a kernel in the result; 1 by default, or a pair for height and width.</param>
/// <param name="padding">What is cut off the result on each side; nothing by default.</param>
/// <param name="outputPadding">What the result has more on its far side; nothing by default.</param>
/// <param name="groups">In how many groups the channels are convolved, each on its own.</param>
/// <param name="dilation">The distance between two elements of a kernel; 1 by default.</param>
/// <returns>The sums, [b, o, ...]; each spatial size is (size - 1) stride - 2 padding + dilation (kernel - 1) + outputPadding + 1.</returns>
/// <exception cref="ShapeException">The channels don't fit, an argument is out of range, or nothing is left of the result.</exception>
[TensorOp("b? c h w, c o kh kw, (o*groups)? -> convolveTransposed(b, h w, c o kh kw, stride, padding, outputPadding, dilation, groups)")]
[ShapeError("input", ShapeFault.Rank, "Expected 3D (unbatched) or 4D (batched) input to conv_transpose2d, but got input of size: {input}")]
[ShapeError("weight", ShapeFault.Rank, "Expected {weight.Rank}-dimensional input for {weight.Rank}-dimensional weight {weight}, but got {input.Rank}-dimensional input of size {input} instead")]
[ShapeError("weight", ShapeFault.Size, "Given transposed=1, weight of size {weight}, expected input{input} to have {weight[0]} channels, but got {c} channels instead")]
[ShapeError("bias", ShapeFault.Rank, "Given transposed=1, weight of size {weight}, expected bias to be 1-dimensional with {o * groups} elements, but got bias of size {bias} instead")]
[ShapeError("bias", ShapeFault.Size, "Given transposed=1, weight of size {weight}, expected bias to be 1-dimensional with {o * groups} elements, but got bias of size {bias} instead")]
public static partial class ConvTranspose2d
{
    private static void Forward<T>(
        TensorView<T> input, TensorView<T> weight, TensorView<T>? bias, TensorView<T> result,
        PerDimension stride = default, PerDimension padding = default, PerDimension outputPadding = default, int groups = 1, PerDimension dilation = default)
        where T : unmanaged, INumber<T> =>
        ConvolutionInputKernel.Run(input, weight, bias, result, ConvolutionGeometry.Of(weight.Sizes, stride, padding, dilation, groups));

    private static Tensor<T> GradInput<T>(
        Tensor<T> grad, Tensor<T> weight, Shape inputShape, PerDimension stride, PerDimension padding, PerDimension dilation, int groups)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Convolution.Apply(grad, weight, inputShape, ConvolutionGeometry.Of(weight.Shape, stride, padding, dilation, groups), null);

    private static Tensor<T> GradWeight<T>(
        Tensor<T> grad, Tensor<T> input, Shape weightShape, PerDimension stride, PerDimension padding, PerDimension dilation, int groups)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ConvolutionWeight.Apply(grad, input, weightShape, ConvolutionGeometry.Of(weightShape, stride, padding, dilation, groups), null);

    private static Tensor<T> GradBias<T>(Tensor<T> grad)
        where T : unmanaged, IFloatingPointIeee754<T> => ChannelSum.Of(grad, 2);
}
