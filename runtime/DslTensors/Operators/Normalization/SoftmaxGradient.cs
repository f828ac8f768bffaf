using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The gradient of softmax along the last dimension, or of its logarithm.</summary>
/// <param name="gradient">The gradient of the result.</param>
/// <param name="output">The result.</param>
/// <param name="isLog">Whether the result is a logarithm.</param>
/// <returns>A tensor of the same shape.</returns>
[TensorOp("s..., s... -> s...", Name = "softmax_backward", IsInternal = true, NonDifferentiable = true)]
internal static partial class SoftmaxGradient
{
    private static void Forward<T>(TensorView<T> gradient, TensorView<T> output, TensorView<T> result, bool isLog)
        where T : unmanaged, IFloatingPointIeee754<T> => SoftmaxGradientKernel.Run(gradient.Dense(), output.Dense(), result, isLog);

    /// <summary>Whether the kernel serves: not for second derivatives, on devices, nor along other dimensions.</summary>
    internal static bool Serves<T>(Tensor<T> output, int dim)
        where T : unmanaged => !Autograd.IsGradEnabled && output.Device.Backend is null && output.Rank > 0 && Dimension.Wrap(dim, output.Rank) == output.Rank - 1;
}
