using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Each element of one tensor times the whole other tensor, in blocks: Kronecker's product (PyTorch's <c>kron</c>).</summary>
/// <param name="input">The tensor of the blocks.</param>
/// <param name="other">The tensor in each block.</param>
/// <returns>A tensor whose sizes are the products of both.</returns>
[TensorOp("l..., r... -> kron(l, r)")]
public static partial class Kron
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<T> other)
        where T : unmanaged, INumber<T>
    {
        var rank = Math.Max(input.Rank, other.Rank);
        var (left, right, sizes) = (new int[2 * rank], new int[2 * rank], new int[rank]);
        for (var i = 0; i < rank; i++)
        {
            var (outer, inner) = (i < rank - input.Rank ? 1 : input.Shape[i - rank + input.Rank], i < rank - other.Rank ? 1 : other.Shape[i - rank + other.Rank]);
            (left[2 * i], left[(2 * i) + 1]) = (outer, 1);
            (right[2 * i], right[(2 * i) + 1]) = (1, inner);
            sizes[i] = outer * inner;
        }

        return (input.Reshape(left) * other.Reshape(right)).Reshape(sizes);
    }
}
