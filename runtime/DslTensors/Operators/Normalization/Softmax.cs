using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>Exponentials divided by their sum (PyTorch's <c>softmax</c>).</summary>
/// <param name="input">The scores.</param>
/// <param name="dim">The dimension along which the results sum to 1.</param>
/// <returns>The probabilities.</returns>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
[TensorOp("s... -> along(s, dim)")]
public static partial class Softmax
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> result, int dim)
        where T : unmanaged, IFloatingPointIeee754<T> => SoftmaxLoop.Run(input.Dense(), result, dim, isLog: false);

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> result, int dim)
        where T : unmanaged, IFloatingPointIeee754<T> => SoftmaxGradient.Serves(result, dim)
            ? SoftmaxGradient.Apply(grad, result, isLog: false, null)
            : result * (grad - (grad * result).Sum(dim, keepDim: true));
}
