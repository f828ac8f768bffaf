using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The product of matrices in the order of multiplications that needs least work (PyTorch's <c>linalg.multi_dot</c>).</summary>
/// <param name="tensors">The matrices, two or more; the first may be a row and the last a column, as vectors.</param>
/// <returns>The product.</returns>
/// <exception cref="ShapeException">There are fewer than two, a rank is wrong, or neighbours don't fit.</exception>
[TensorOp("s...[] -> product...", HalvesInFloat = true)]
public static partial class MultiDot
{
    private static Tensor<T> Compose<T>(ReadOnlySpan<Tensor<T>> tensors)
        where T : unmanaged, INumber<T>
    {
        if (tensors.Length < 2)
            throw new ShapeException($"multi_dot(): expected at least 2 tensors but got {tensors.Length}. One matrix is its own product.");
        var (isRow, isColumn) = (tensors[0].Rank == 1, tensors[^1].Rank == 1);
        var matrices = tensors.ToArray();
        matrices[0] = isRow ? matrices[0].Unsqueeze(0) : matrices[0];
        matrices[^1] = isColumn ? matrices[^1].Unsqueeze(1) : matrices[^1];
        for (var i = 0; i < matrices.Length; i++)
        {
            if (matrices[i].Rank != 2)
                throw new ShapeException($"multi_dot(): tensor {i} must be {(i == 0 || i == matrices.Length - 1 ? "1D or " : "")}2D but got {tensors[i].Rank}D. Its shape is {tensors[i].Shape}.");
            if (i > 0 && matrices[i - 1].Shape[1] != matrices[i].Shape[0])
                throw new ShapeException($"multi_dot(): tensors {i - 1} and {i} with shapes {tensors[i - 1].Shape} and {tensors[i].Shape} cannot be multiplied. Columns must be as many as the next one's rows.");
        }

        var product = Product(matrices, Splits(matrices), 0, matrices.Length - 1);
        int[] sizes = [.. (int[])(isRow ? [] : [product.Shape[0]]), .. (int[])(isColumn ? [] : [product.Shape[1]])];
        return isRow || isColumn ? product.Reshape(sizes) : product;
    }

    private static Tensor<T> Product<T>(Tensor<T>[] matrices, int[,] splits, int from, int to)
        where T : unmanaged, INumber<T> => from == to
        ? matrices[from]
        : Product(matrices, splits, from, splits[from, to]).Mm(Product(matrices, splits, splits[from, to] + 1, to));

    // Where to split each run of matrices, by dynamic programming over the number of multiplications.
    private static int[,] Splits<T>(Tensor<T>[] matrices)
        where T : unmanaged
    {
        var count = matrices.Length;
        var (costs, splits) = (new long[count, count], new int[count, count]);
        for (var length = 1; length < count; length++)
        {
            for (var from = 0; from + length < count; from++)
            {
                var to = from + length;
                costs[from, to] = long.MaxValue;
                for (var split = from; split < to; split++)
                {
                    var cost = costs[from, split] + costs[split + 1, to] + ((long)matrices[from].Shape[0] * matrices[split].Shape[1] * matrices[to].Shape[1]);
                    if (cost < costs[from, to])
                        (costs[from, to], splits[from, to]) = (cost, split);
                }
            }
        }

        return splits;
    }
}
