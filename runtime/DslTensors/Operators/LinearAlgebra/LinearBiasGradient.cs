using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The gradient of <see cref="Linear"/> by its bias: the sum of all rows.</summary>
/// <param name="input">The gradient of the outputs, [..., outFeatures].</param>
/// <returns>The gradient, [outFeatures].</returns>
[TensorOp("s... o -> o", Name = "linear_backward_bias", IsInternal = true)]
public static partial class LinearBiasGradient
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> result)
        where T : unmanaged, INumber<T>
    {
        ReadOnlySpan<T> rows = input.Dense().Span;
        var sums = result.Span;
        sums.Clear();
        for (; rows.Length > 0; rows = rows[sums.Length..])
            RowSum.Add(rows[..sums.Length], sums);
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Shape inputShape)
        where T : unmanaged, IFloatingPointIeee754<T> => grad.Expand(inputShape.ToArray());
}
