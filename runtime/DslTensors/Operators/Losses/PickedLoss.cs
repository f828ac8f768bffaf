using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The negative element of each row that its class picks, times the class's weight: the core of the class losses.</summary>
/// <param name="input">The rows, [b, c].</param>
/// <param name="target">A class for each row, [b].</param>
/// <param name="weight">A weight for each class, [c].</param>
/// <param name="ignoreIndex">Rows of this class have the loss 0.</param>
/// <returns>The losses, [b].</returns>
/// <exception cref="DimensionException">A class is out of range.</exception>
[TensorOp("b c, b, c? -> b", Name = "nll_loss_forward", IsInternal = true)]
[ShapeError("weight", ShapeFault.Rank, "weight tensor should be defined either for all {c} classes or no classes but got weight tensor of shape: {weight}")]
[ShapeError("weight", ShapeFault.Size, "weight tensor should be defined either for all {c} classes or no classes but got weight tensor of shape: {weight}")]
public static partial class PickedLoss
{
    private static void Forward<T>(TensorView<T> input, TensorView<long> target, TensorView<T>? weight, TensorView<T> result, int ignoreIndex)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (var row = 0; row < result.Count; row++)
        {
            var picked = target[row];
            result[row] = ClassTargets.IsIgnored(picked, ignoreIndex, input.Sizes[1], row) ? T.Zero : -input[row, (int)picked] * ClassTargets.Weight(weight, picked);
        }
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<long> target, Tensor<T>? weight, Shape inputShape, int ignoreIndex)
        where T : unmanaged, IFloatingPointIeee754<T> => PickedLossGradient.Apply(grad, target, weight, inputShape[1], ignoreIndex, null);
}

/// <summary>The gradient of <see cref="PickedLoss"/>: all 0 but the picked elements.</summary>
[TensorOp("b, b, c? -> b classes", Name = "nll_loss_backward", IsInternal = true)]
public static partial class PickedLossGradient
{
    private static void Forward<T>(TensorView<T> input, TensorView<long> target, TensorView<T>? weight, TensorView<T> result, int classes, int ignoreIndex)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        result.Span.Clear();
        for (var row = 0; row < target.Count; row++)
        {
            if (target[row] != ignoreIndex)
                result[row, (int)target[row]] = -input[row] * ClassTargets.Weight(weight, target[row]);
        }
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<long> target, Tensor<T>? weight, int ignoreIndex)
        where T : unmanaged, IFloatingPointIeee754<T> => PickedLoss.Apply(grad, target, weight, ignoreIndex, null);
}
