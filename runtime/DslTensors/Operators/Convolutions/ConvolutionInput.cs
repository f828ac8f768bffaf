using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The gradient of a <see cref="Convolution"/> by its input, which is the transposed convolution.</summary>
/// <param name="input">The gradient, [b, o, ...] or without the batch.</param>
/// <param name="weight">The kernels, [o, c / groups, ...].</param>
/// <param name="size">The sizes of the result.</param>
/// <param name="geometry">How the kernel moves.</param>
/// <returns>The result.</returns>
[TensorOp("x..., w... -> size...", Name = "convolution_backward_input", IsInternal = true)]
internal static partial class ConvolutionInput
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> weight, TensorView<T> result, Shape size, ConvolutionGeometry geometry)
        where T : unmanaged, IFloatingPointIeee754<T> => ConvolutionInputKernel.Run(input, weight, null, result, geometry);

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> weight, Shape inputShape, ConvolutionGeometry geometry)
        where T : unmanaged, IFloatingPointIeee754<T> => Convolution.Apply(grad, weight, inputShape, geometry, null);

    private static Tensor<T> GradWeight<T>(Tensor<T> grad, Tensor<T> input, Shape weightShape, ConvolutionGeometry geometry)
        where T : unmanaged, IFloatingPointIeee754<T> => ConvolutionWeight.Apply(grad, input, weightShape, geometry, null);
}
