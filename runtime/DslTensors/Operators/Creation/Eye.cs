namespace DslTensors.Operators;

/// <summary>A matrix with ones on the diagonal and zeros elsewhere (PyTorch's <c>eye</c>).</summary>
/// <param name="n">The number of rows.</param>
/// <param name="m">The number of columns.</param>
/// <returns>The matrix, [n, m].</returns>
/// <exception cref="ShapeException">A size is negative.</exception>
[TensorOp("-> n m", NonDifferentiable = true)]
public static partial class Eye
{
    private static Tensor<T> Compose<T>(int n, int m)
        where T : unmanaged
    {
        if (n < 0)
            throw new ShapeException($"n must be greater or equal to 0, got {n}. Give the number of rows.");
        if (m < 0)
            throw new ShapeException($"m must be greater or equal to 0, got {m}. Give the number of columns.");
        var matrix = FilledTensor.Of<T>([n, m], 0);
        for (var i = 0; i < Math.Min(n, m); i++)
            matrix.AsView().Span[(i * m) + i] = ((Scalar)1).To<T>();
        return matrix;
    }
}

/// <summary>A square matrix with ones on the diagonal and zeros elsewhere (PyTorch's <c>eye</c>).</summary>
/// <param name="n">The number of rows and columns.</param>
/// <returns>The matrix, [n, n].</returns>
/// <exception cref="ShapeException">The size is negative.</exception>
[TensorOp("-> n n", Method = "Eye", NonDifferentiable = true)]
public static partial class SquareEye
{
    private static Tensor<T> Compose<T>(int n)
        where T : unmanaged => Eye.Apply<T>(n, n, null);
}
