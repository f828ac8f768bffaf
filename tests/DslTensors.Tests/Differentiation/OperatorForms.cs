using System.Numerics;

namespace DslTensors.Tests.Differentiation;

/// <summary>The sum and the difference of two tensors: two results, each with a gradient.</summary>
[TensorOp("s..., s... -> s..., s...")]
internal static partial class SumAndDifference
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> other, TensorView<T> sum, TensorView<T> difference)
        where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < sum.Count; i++)
        {
            sum.Span[i] = input.Dense().Span[i] + other.Dense().Span[i];
            difference.Span[i] = input.Dense().Span[i] - other.Dense().Span[i];
        }
    }

    private static Tensor<T> GradInput<T>(Tensor<T> gradSum, Tensor<T> gradDifference)
        where T : unmanaged, IFloatingPointIeee754<T> => gradSum + gradDifference;

    private static Tensor<T> GradOther<T>(Tensor<T> gradSum, Tensor<T> gradDifference)
        where T : unmanaged, IFloatingPointIeee754<T> => gradSum - gradDifference;
}

/// <summary>Rounds, but lets gradients through as if it did not (a straight-through estimator).</summary>
[TensorOp("s... -> s...")]
internal static partial class RoundStraightThrough
{
    private static Tensor<T> Compose<T>(Tensor<T> input)
        where T : unmanaged, IFloatingPointIeee754<T> => input.Round();

    private static Tensor<T> GradInput<T>(Tensor<T> grad)
        where T : unmanaged => grad;
}

/// <summary>The tensor itself, with the gradient turned round (as in domain adaptation).</summary>
[TensorOp("s... -> s...")]
internal static partial class GradientReversal
{
    private static Tensor<T> Compose<T>(Tensor<T> input)
        where T : unmanaged, IFloatingPointIeee754<T> => input;

    private static Tensor<T> GradInput<T>(Tensor<T> grad)
        where T : unmanaged, IFloatingPointIeee754<T> => -grad;
}

/// <summary>The least and the greatest element, composed of other operators.</summary>
[TensorOp("s... -> (), ()")]
internal static partial class Extremes
{
    private static (Tensor<T> Least, Tensor<T> Greatest) Compose<T>(Tensor<T> input)
        where T : unmanaged, IFloatingPointIeee754<T> => (input.Amin(), input.Amax());
}

/// <summary>The product of all tensors of a list, which it keeps for backward.</summary>
[TensorOp("s...[] -> s...")]
internal static partial class ProductOfList
{
    private static Tensor<T> Compose<T>(ReadOnlySpan<Tensor<T>> tensors)
        where T : unmanaged, INumber<T>
    {
        var product = tensors[0];
        foreach (var tensor in tensors[1..])
            product *= tensor;
        return product;
    }

    private static Tensor<T>[] GradTensors<T>(Tensor<T> grad, Tensor<T>[] tensors)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var gradients = new Tensor<T>[tensors.Length];
        for (var i = 0; i < gradients.Length; i++)
        {
            gradients[i] = grad;
            for (var j = 0; j < gradients.Length; j++)
                gradients[i] = i == j ? gradients[i] : gradients[i] * tensors[j];
        }

        return gradients;
    }
}
