using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The logarithm of <c>Softmax</c>, computed without overflow (PyTorch's <c>log_softmax</c>).</summary>
/// <param name="input">The scores.</param>
/// <param name="dim">The dimension along which the exponentials sum to 1.</param>
/// <returns>The logarithms of the probabilities.</returns>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
[TensorOp("s... -> along(s, dim)")]
public static partial class LogSoftmax
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> result, int dim)
        where T : unmanaged, IFloatingPointIeee754<T> => SoftmaxLoop.Run(input.Dense(), result, dim, isLog: true);

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> result, int dim)
        where T : unmanaged, IFloatingPointIeee754<T> => SoftmaxGradient.Serves(result, dim)
            ? SoftmaxGradient.Apply(grad, result, isLog: true, null)
            : grad - (result.Exp() * grad.Sum(dim, keepDim: true));
}
