using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The convolution of any number of dimensions, with a result of a given size: what the gradients of convolutions are made of.</summary>
/// <param name="input">The images, [b, c, ...] or without the batch.</param>
/// <param name="weight">The kernels, [o, c / groups, ...].</param>
/// <param name="size">The sizes of the result.</param>
/// <param name="geometry">How the kernel moves.</param>
/// <returns>The result.</returns>
[TensorOp("x..., w... -> size...", Name = "convolution", IsInternal = true)]
internal static partial class Convolution
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> weight, TensorView<T> result, Shape size, ConvolutionGeometry geometry)
        where T : unmanaged, IFloatingPointIeee754<T> => ConvolutionKernel.Run(input, weight, null, result, geometry);

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> weight, Shape inputShape, ConvolutionGeometry geometry)
        where T : unmanaged, IFloatingPointIeee754<T> => ConvolutionInput.Apply(grad, weight, inputShape, geometry, null);

    private static Tensor<T> GradWeight<T>(Tensor<T> grad, Tensor<T> input, Shape weightShape, ConvolutionGeometry geometry)
        where T : unmanaged, IFloatingPointIeee754<T> => ConvolutionWeight.Apply(input, grad, weightShape, geometry, null);
}
