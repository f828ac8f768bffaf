using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The matrix product of two tensors with PyTorch's rules for every rank (<c>matmul</c>).</summary>
/// <remarks>Two vectors give their dot product; a vector beside a matrix is a row on the left and a column on the right; leading dimensions broadcast.</remarks>
/// <param name="input">The left tensor.</param>
/// <param name="other">The right tensor.</param>
/// <returns>The product.</returns>
/// <exception cref="ShapeException">An input is a scalar, the inner sizes differ, or batches don't broadcast.</exception>
[TensorOp("l..., r... -> matmul(l, r)")]
public static partial class Matmul
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> other)
        where T : unmanaged, INumber<T>
    {
        if (input.Rank == 0 || other.Rank == 0)
            throw new ShapeException($"both arguments to matmul need to be at least 1D, but they are {input.Rank}D and {other.Rank}D. Multiply by a scalar with x * y.");
        if (input.Rank == 2 && other.Rank == 2)
            return input.Mm(other);
        var left = input.Rank == 1 ? input.Unsqueeze(0) : input;
        var right = other.Rank == 1 ? other.Unsqueeze(1) : other;
        CheckInner(input, other, left, right);
        var product = Batched(left, right);
        if (other.Rank == 1)
            product = product.Squeeze(-1);
        return input.Rank == 1 ? product.Squeeze(other.Rank == 1 ? -1 : -2) : product;
    }

    private static Tensor<T> Batched<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumber<T>
    {
        if (left.Rank == 2 && right.Rank == 2)
            return left.Mm(right);
        var (n, m, p) = (left.Shape[-2], left.Shape[-1], right.Shape[-1]);
        if (right.Rank == 2)
        {
            int[] folded = [.. left.Shape.AsSpan()[..^1], p];
            return left.Reshape((int)Shape.Create(left.Shape.AsSpan()[..^1]).Count, m).Mm(right).Reshape(folded);
        }

        var batch = ShapeFunctions.BroadcastSizes("matmul", left.Shape.AsSpan()[..^2], right.Shape.AsSpan()[..^2]);
        var count = 1;
        foreach (var size in batch)
            count *= size;
        var a = left.Expand([.. batch, n, m]).Reshape(count, n, m);
        var b = right.Expand([.. batch, m, p]).Reshape(count, m, p);
        return a.Bmm(b).Reshape([.. batch, n, p]);
    }

    private static void CheckInner<T>(Tensor<T> input, Tensor<T> other, Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumber<T>
    {
        if (left.Shape[-1] == right.Shape[-2])
            return;
        var sentence = (input.Rank, other.Rank) switch
        {
            (1, 1) => $"inconsistent tensor size, expected tensor [{input.Shape[0]}] and src [{other.Shape[0]}] to have the same number of elements, but got {input.Shape[0]} and {other.Shape[0]} elements respectively",
            (2, 1) => $"size mismatch, got {input.Shape[0]}, {input.Shape[0]}x{input.Shape[1]},{other.Shape[0]}",
            (_, 1 or 2) => $"mat1 and mat2 shapes cannot be multiplied ({left.Count / Math.Max(1, left.Shape[-1])}x{left.Shape[-1]} and {right.Shape[-2]}x{right.Shape[-1]})",
            _ => $"Expected size for first two dimensions of batch2 tensor to be: [{BatchOf(left, right)}, {left.Shape[-1]}] but got: [{BatchOf(left, right)}, {right.Shape[-2]}].",
        };
        throw new ShapeException($"{sentence} matmul: the last size of 'input' {input.Shape} must equal the second-last (or only) size of 'other' {other.Shape}.");
    }

    private static long BatchOf<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumber<T> =>
        new Shape(ShapeFunctions.BroadcastSizes("matmul", left.Shape.AsSpan()[..^2], right.Shape.AsSpan()[..^2])).Count;
}
