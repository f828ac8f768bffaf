using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The product of the reflections that <c>Geqrf</c> gives and matrices (PyTorch's <c>ormqr</c>).</summary>
/// <param name="input">A reflection in each column below the diagonal, [..., n, m].</param>
/// <param name="input2">Their factors, [..., k].</param>
/// <param name="input3">The matrices.</param>
/// <param name="left">Whether the reflections stand on the left.</param>
/// <param name="transpose">Whether their product is transposed.</param>
/// <returns>The products, in the shape of <paramref name="input3"/>.</returns>
/// <exception cref="ShapeException">The shapes don't fit.</exception>
[TensorOp("s... n m, s... k, s... p q -> s... p q")]
public static partial class Ormqr
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> input2, Tensor<T> input3, bool left = true, bool transpose = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var rows = input.Shape[-2];
        if (input3.Shape[left ? -2 : -1] != rows)
            throw new ShapeException($"ormqr: other.shape[{(left ? -2 : -1)}] must be equal to input.shape[-2]. The shapes are {input3.Shape} and {input.Shape}.");
        if (input2.Shape[-1] > input.Shape[-1])
            throw new ShapeException($"ormqr: tau.shape[-1] must be less than or equal to input.shape[-1]. The shapes are {input2.Shape} and {input.Shape}.");
        var count = input2.Shape[-1];
        var reflections = Matrices.Flat(input).Narrow(2, 0, Math.Min(rows, input.Shape[-1]));
        reflections = reflections.Tril(-1) + Tensor.Eye<T>(rows, reflections.Shape[2]);
        var factors = input2.Reshape(reflections.Shape[0], count);
        var product = left ? Matrices.Flat(input3) : Matrices.Flat(input3).Transpose(1, 2);
        for (var step = 0; step < count; step++)
            product = HouseholderProduct.Reflected(reflections, factors, left == transpose ? step : count - 1 - step, product);
        return Matrices.Shaped(left ? product : product.Transpose(1, 2), Matrices.Batch(input3));
    }
}
