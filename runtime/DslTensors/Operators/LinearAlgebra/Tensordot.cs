using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Sums of products over the last dimensions of one tensor and the first ones of another (PyTorch's <c>tensordot</c>).</summary>
/// <param name="a">The first tensor.</param>
/// <param name="b">The second tensor.</param>
/// <param name="dims">How many dimensions are summed over.</param>
/// <returns>The sums, in the shape of the other dimensions of both.</returns>
/// <exception cref="ShapeException">The sizes don't match.</exception>
[TensorOp("l..., r... -> tensordot(l, r, dims)")]
public static partial class Tensordot
{
    private static Tensor<T> Compose<T>(Tensor<T> a, Tensor<T> b, int dims = 2)
        where T : unmanaged, INumber<T>
    {
        if (dims < 0 || dims > Math.Min(a.Rank, b.Rank))
            throw new ShapeException($"tensordot expects dims >= 0, but got dims={dims}. The shapes are {a.Shape} and {b.Shape}.");
        var rows = a.Shape.AsSpan()[..^dims];
        var columns = b.Shape.AsSpan()[dims..];
        var kept = a.Shape.AsSpan()[^dims..];
        if (!kept.SequenceEqual(b.Shape.AsSpan()[..dims]))
            throw new ShapeException($"contracted dimensions need to match, but the last {dims} sizes of {a.Shape} are not the first of {b.Shape}. Permute one of them.");
        var inner = (int)Shape.Create(kept).Count;
        return a.Reshape((int)Shape.Create(rows).Count, inner).Mm(b.Reshape(inner, (int)Shape.Create(columns).Count)).Reshape([.. rows, .. columns]);
    }
}

/// <summary>Sums of products over given dimensions of two tensors (PyTorch's <c>tensordot</c> with lists).</summary>
/// <param name="a">The first tensor.</param>
/// <param name="b">The second tensor.</param>
/// <param name="dims">The dimensions of <paramref name="a"/>, and those of <paramref name="b"/> that go with them.</param>
/// <returns>The sums, in the shape of the other dimensions of both.</returns>
/// <exception cref="ShapeException">The sizes don't match.</exception>
[TensorOp("l..., r... -> dot...", Method = "Tensordot")]
public static partial class TensordotAlong
{
    private static Tensor<T> Compose<T>(Tensor<T> a, Tensor<T> b, int[][] dims)
        where T : unmanaged, INumber<T>
    {
        if (dims.Length != 2 || dims[0].Length != dims[1].Length)
            throw new ShapeException("both dimension lists should have same length. tensordot: give the dimensions of the first tensor, and as many of the second.");
        int[] first = [.. dims[0].Select(dim => Dimension.Wrap(dim, a.Rank))];
        int[] second = [.. dims[1].Select(dim => Dimension.Wrap(dim, b.Rank))];
        var left = a.Permute([.. Enumerable.Range(0, a.Rank).Except(first), .. first]);
        var right = b.Permute([.. second, .. Enumerable.Range(0, b.Rank).Except(second)]);
        return left.Tensordot(right, first.Length);
    }
}
