using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The negative element of each row that an index picks, times the row's weight: the core of the class losses.</summary>
/// <param name="input">The rows, [b, c].</param>
/// <param name="indices">A column for each row, [b].</param>
/// <param name="weights">A factor for each row, [b].</param>
/// <returns>The losses, [b].</returns>
[TensorOp("b c, b, b -> b", Name = "nll_loss_forward", IsInternal = true)]
public static partial class PickedLoss
{
    private static void Forward<T>(TensorView<T> input, TensorView<long> indices, TensorView<T> weights, TensorView<T> result)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var columns = indices.Span;
        var factors = weights.Span;
        var losses = result.Span;
        for (var row = 0; row < losses.Length; row++)
        {
            var element = input.Array[input.Offset + (row * input.Strides[0]) + ((int)columns[row] * input.Strides[1])];
            losses[row] = factors[row] == T.Zero ? T.Zero : -element * factors[row];
        }
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<long> indices, Tensor<T> weights, Shape inputShape)
        where T : unmanaged, IFloatingPointIeee754<T> => PickedLossGradient.Apply(grad, indices, weights, inputShape[1], null);
}

/// <summary>The gradient of <see cref="PickedLoss"/>: all 0 but the picked elements.</summary>
[TensorOp("b, b, b -> b columns", Name = "nll_loss_backward", IsInternal = true)]
public static partial class PickedLossGradient
{
    private static void Forward<T>(TensorView<T> input, TensorView<long> indices, TensorView<T> weights, TensorView<T> result, int columns)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var picked = indices.Span;
        var factors = weights.Span;
        var gradient = result.Span;
        gradient.Clear();
        for (var row = 0; row < picked.Length; row++)
            gradient[(row * columns) + (int)picked[row]] = -input.Array[input.Offset + (row * input.Strides[0])] * factors[row];
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<long> indices, Tensor<T> weights)
        where T : unmanaged, IFloatingPointIeee754<T> => PickedLoss.Apply(grad, indices, weights, null);
}
