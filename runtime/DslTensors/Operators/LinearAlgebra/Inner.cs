using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The sums of products over the last dimensions of two tensors (PyTorch's <c>inner</c>).</summary>
/// <param name="input">The first tensor.</param>
/// <param name="other">The second tensor; its last size is that of the first one.</param>
/// <returns>The sums, in the shape of the other dimensions of both; the product where one is a scalar.</returns>
/// <exception cref="ShapeException">The last sizes differ.</exception>
[TensorOp("l..., r... -> inner...")]
public static partial class Inner
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> other)
        where T : unmanaged, INumber<T>
    {
        if (input.Rank == 0 || other.Rank == 0)
            return input * other;
        if (input.Shape[-1] != other.Shape[-1])
            throw new ShapeException($"inner() the last dimension must match on both input tensors but got shapes {input.Shape} and {other.Shape}. Transpose or slice one of them.");
        var size = input.Shape[-1];
        var (rows, columns) = ((int)Shape.Create(input.Shape.AsSpan()[..^1]).Count, (int)Shape.Create(other.Shape.AsSpan()[..^1]).Count);
        return input.Reshape(rows, size).Mm(other.Reshape(columns, size).Transpose(0, 1)).Reshape([.. input.Shape.AsSpan()[..^1], .. other.Shape.AsSpan()[..^1]]);
    }
}
