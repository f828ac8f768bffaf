using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The powers of each element, a row each (PyTorch's <c>vander</c>).</summary>
/// <param name="x">The vector.</param>
/// <param name="n">How many powers; by default as many as elements.</param>
/// <param name="increasing">Whether the powers grow from left to right.</param>
/// <returns>The powers, [elements, n].</returns>
/// <exception cref="ShapeException">The input is no vector, or <paramref name="n"/> is negative.</exception>
[TensorOp("m -> m k", HalvesInFloat = true)]
[ShapeError("x", ShapeFault.Rank, "x must be a one-dimensional tensor.")]
public static partial class Vander
{
    private static Tensor<T> Compose<T>(Tensor<T> x, int? n = null, bool increasing = false)
        where T : unmanaged, INumber<T>
    {
        if (n < 0)
            throw new ShapeException($"N must be non-negative. vander: n is {n}.");
        var powers = LinalgVander.Powers(x, n ?? x.Shape[0]);
        return increasing ? powers : powers.Flip(1);
    }
}

/// <summary>The growing powers of each element, a row each (PyTorch's <c>linalg.vander</c>).</summary>
/// <param name="x">The vectors, [..., elements].</param>
/// <param name="n">How many powers, 2 or more; by default as many as elements.</param>
/// <returns>The powers, [..., elements, n].</returns>
/// <exception cref="ShapeException"><paramref name="n"/> is less than 2.</exception>
[TensorOp("b... m -> b... m k", HalvesInFloat = true)]
public static partial class LinalgVander
{
    private static Tensor<T> Compose<T>(Tensor<T> x, int? n = null)
        where T : unmanaged, INumber<T> => n is null or > 1 ? Powers(x, n ?? x.Shape[-1]) : throw new ShapeException($"N must be greater than 1. linalg.vander: n is {n}.");

    internal static Tensor<T> Powers<T>(Tensor<T> x, int count)
        where T : unmanaged, INumber<T>
    {
        var powers = new Tensor<T>[count];
        for (var i = 0; i < count; i++)
            powers[i] = i == 0 ? x.OnesLike() : powers[i - 1] * x;
        return count == 0 ? Tensor.Zeros<T>([.. x.Shape.ToArray(), 0]) : Stack.Apply<T>(powers, -1, null);
    }
}
