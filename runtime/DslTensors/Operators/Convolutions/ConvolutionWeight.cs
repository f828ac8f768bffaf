using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The gradient of a <see cref="Convolution"/> by its weight.</summary>
/// <param name="input">The images, [b, c, ...] or without the batch.</param>
/// <param name="gradient">The gradient of the convolution's result, [b, o, ...] or without the batch.</param>
/// <param name="size">The sizes of the result, [o, c / groups, ...].</param>
/// <param name="geometry">How the kernel moves.</param>
/// <returns>The result.</returns>
[TensorOp("x..., y... -> size...", Name = "convolution_backward_weight", IsInternal = true)]
internal static partial class ConvolutionWeight
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> gradient, TensorView<T> result, Shape size, ConvolutionGeometry geometry)
        where T : unmanaged, IFloatingPointIeee754<T> => ConvolutionWeightKernel.Run(input, gradient, result, geometry);

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> gradient, Shape inputShape, ConvolutionGeometry geometry)
        where T : unmanaged, IFloatingPointIeee754<T> => ConvolutionInput.Apply(gradient, grad, inputShape, geometry, null);

    private static Tensor<T> GradGradient<T>(Tensor<T> grad, Tensor<T> input, Shape gradientShape, ConvolutionGeometry geometry)
        where T : unmanaged, IFloatingPointIeee754<T> => Convolution.Apply(input, grad, gradientShape, geometry, null);
}
