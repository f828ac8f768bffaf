using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The factors P, L and U of matrices that <c>LuFactor</c> has decomposed (PyTorch's <c>lu_unpack</c>).</summary>
/// <param name="luData">Both factors in one matrix, [..., n, m].</param>
/// <param name="luPivots">The exchanges of rows, [..., k].</param>
/// <param name="unpackData">Whether L and U are wanted; they are empty otherwise.</param>
/// <param name="unpackPivots">Whether P is wanted; it is empty otherwise.</param>
/// <returns>P, [..., n, n], L, [..., n, k], and U, [..., k, m].</returns>
/// <exception cref="ShapeException">There are fewer than two dimensions.</exception>
[TensorOp("s... n m, t... k -> p..., l..., u...")]
[ShapeError("luData", ShapeFault.Rank, "torch.lu_unpack: The input tensor LU_data must have at least 2 dimensions.")]
public static partial class LuUnpack
{
    private static (Tensor<T> P, Tensor<T> L, Tensor<T> U) Compose<T>(Tensor<T> luData, Tensor<int> luPivots, bool unpackData = true, bool unpackPivots = true)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (lower, upper) = unpackData ? LuFactors.Unpacked(luData) : (Tensor.Zeros<T>(0), Tensor.Zeros<T>(0));
        return (unpackPivots ? LuFactors.Permutations<T>(Order(luPivots, luData.Shape[-2])) : Tensor.Zeros<T>(0), lower, upper);
    }

    /// <summary>The order of the rows after exchanges.</summary>
    internal static Tensor<long> Order(Tensor<int> pivots, int rows)
    {
        var steps = pivots.Shape[-1];
        var exchanges = pivots.ToArray();
        var count = Shape.Create(pivots.Shape.AsSpan()[..^1]).Count;
        var order = new long[count * rows];
        for (var i = 0; i < count; i++)
            PivotedLu.Fill(order.AsSpan(i * rows, rows), exchanges.AsSpan(i * steps, steps));
        return Tensor.From(order).Reshape([.. pivots.Shape.AsSpan()[..^1], rows]);
    }
}
