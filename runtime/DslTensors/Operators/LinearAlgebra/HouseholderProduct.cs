using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The first columns of the product of reflections that <c>Geqrf</c> gives (PyTorch's <c>linalg.householder_product</c>).</summary>
/// <param name="a">A reflection in each column below the diagonal, [..., n, m].</param>
/// <param name="tau">Their factors, [..., k].</param>
/// <returns>The columns, [..., n, m].</returns>
/// <exception cref="ShapeException">There are more columns than rows, or more factors than columns.</exception>
[TensorOp("s... n m, s... k -> s... n m", Aliases = ["orgqr"])]
[ShapeError("a", ShapeFault.Rank, "torch.linalg.householder_product: input must have at least 2 dimensions.")]
public static partial class HouseholderProduct
{
    private static Tensor<T> Compose<T>(Tensor<T> a, Tensor<T> tau)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (rows, columns) = (a.Shape[-2], a.Shape[-1]);
        if (rows < columns)
            throw new ShapeException($"linalg.householder_product: input.shape[-2] must be greater than or equal to input.shape[-1]. The shape is {a.Shape}.");
        if (tau.Shape[-1] > columns)
            throw new ShapeException($"linalg.householder_product: input.shape[-1] must be greater than or equal to tau.shape[-1]. The shapes are {a.Shape} and {tau.Shape}.");
        var (batch, reflections) = (Matrices.Batch(a), Matrices.Flat(a).Tril(-1) + Tensor.Eye<T>(rows, columns));
        var factors = tau.Reshape(reflections.Shape[0], tau.Shape[-1]);
        var product = Tensor.Eye<T>(rows, columns).Expand(reflections.Shape.ToArray());
        for (var k = factors.Shape[1] - 1; k >= 0; k--)
            product = Reflected(reflections, factors, k, product);
        return Matrices.Shaped(product, batch);
    }

    /// <summary>The matrices after a reflection.</summary>
    internal static Tensor<T> Reflected<T>(Tensor<T> reflections, Tensor<T> factors, int k, Tensor<T> matrices)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var normal = reflections.Narrow(2, k, 1);
        return matrices - (factors.Narrow(1, k, 1).Unsqueeze(2) * normal).Bmm(normal.Transpose(1, 2).Bmm(matrices));
    }
}
