using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The matrix that has matrices along its diagonal and 0 elsewhere (PyTorch's <c>block_diag</c>).</summary>
/// <param name="tensors">Matrices; a vector is one row, a scalar one element.</param>
/// <returns>A matrix.</returns>
/// <exception cref="ShapeException">A tensor has more than two dimensions.</exception>
[TensorOp("s...[] -> rows columns")]
public static partial class BlockDiag
{
    private static Tensor<T> Compose<T>(params ReadOnlySpan<Tensor<T>> tensors)
        where T : unmanaged, INumber<T>
    {
        var columns = 0;
        foreach (var tensor in tensors)
        {
            if (tensor.Rank > 2)
                throw new ShapeException($"torch.block_diag: Input tensors must have 2 or fewer dimensions. One has shape {tensor.Shape}."[6..]);
            columns += tensor.Rank == 0 ? 1 : tensor.Shape[-1];
        }

        var bands = new Tensor<T>[tensors.Length];
        var at = 0;
        for (var i = 0; i < bands.Length; i++)
        {
            var block = tensors[i].Atleast2d();
            bands[i] = block.Pad([at, columns - at - block.Shape[1]]);
            at += block.Shape[1];
        }

        return Cat.Apply<T>(bands, 0, null);
    }
}
