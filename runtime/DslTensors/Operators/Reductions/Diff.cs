using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The differences of neighbouring elements along a dimension, taken n times (PyTorch's <c>diff</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="n">How often.</param>
/// <param name="dim">The dimension.</param>
/// <param name="prepend">What is put before the tensor along the dimension first.</param>
/// <param name="append">What is put behind it.</param>
/// <returns>A tensor with n elements less along the dimension.</returns>
/// <exception cref="ShapeException">The tensor is a scalar.</exception>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
[TensorOp("s..., p...?, a...? -> differences...")]
public static partial class Diff
{
    private static Tensor<T> Compose<T>(Tensor<T> input, int n = 1, int dim = -1, Tensor<T>? prepend = null, Tensor<T>? append = null)
        where T : unmanaged, INumber<T>
    {
        if (input.Rank == 0)
            throw new ShapeException("diff expects input to be at least one-dimensional. Give a tensor with a dimension.");
        if (n < 0)
            throw new ShapeException($"order must be non-negative but got {n}. diff: it is how often differences are taken.");
        var at = Dimension.Wrap(dim, input.Rank);
        Tensor<T>?[] parts = [prepend, input, append];
        if (prepend is not null || append is not null)
            input = Cat.Apply<T>([.. parts.OfType<Tensor<T>>()], at, null);
        for (; n > 0; n--)
        {
            var count = Math.Max(0, input.Shape[at] - 1);
            input = input.Narrow(at, Math.Min(1, input.Shape[at]), count) - input.Narrow(at, 0, count);
        }

        return input;
    }
}
