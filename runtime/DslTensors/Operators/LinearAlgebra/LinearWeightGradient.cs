using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The gradient of <see cref="Linear"/> by its weight: the product of the columns of both inputs.</summary>
/// <param name="input">The gradient of the outputs, [..., outFeatures].</param>
/// <param name="features">The inputs, [..., inFeatures].</param>
/// <returns>The gradient, [outFeatures, inFeatures].</returns>
[TensorOp("s... o, s... i -> o i", Name = "linear_backward_weight", IsInternal = true)]
public static partial class LinearWeightGradient
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> features, TensorView<T> result)
        where T : unmanaged, INumber<T>
    {
        var (grad, x) = (MatrixView<T>.OfRows(input), MatrixView<T>.OfRows(features));
        MatrixProduct.Run(grad.Transposed(), x, MatrixView<T>.Of(result, result.Offset));
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> features)
        where T : unmanaged, IFloatingPointIeee754<T> => Tensor.Linear(features, grad);

    private static Tensor<T> GradFeatures<T>(Tensor<T> grad, Tensor<T> input)
        where T : unmanaged, IFloatingPointIeee754<T> => input.Matmul(grad);
}
