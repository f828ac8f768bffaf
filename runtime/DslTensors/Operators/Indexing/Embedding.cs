using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The rows of a table at given indices (PyTorch's <c>nn.functional.embedding</c>).</summary>
/// <param name="input">The indices, any shape.</param>
/// <param name="weight">The table, [n, d].</param>
/// <param name="paddingIdx">The index whose row gets no gradient; negative ones count from the end.</param>
/// <param name="maxNorm">The greatest norm: a longer row that is looked up is shortened to it in the table itself.</param>
/// <param name="normType">Which norm.</param>
/// <returns>The rows, in the shape of <paramref name="input"/> with d behind.</returns>
/// <exception cref="DimensionException">An index is out of range.</exception>
/// <exception cref="TensorException"><paramref name="paddingIdx"/> is out of range.</exception>
[TensorOp("s..., n d -> s... d", HalvesInFloat = false)]
[ShapeError("weight", ShapeFault.Rank, "'weight' must be 2-D")]
public static partial class Embedding
{
    private static Tensor<T> Compose<T>(Tensor<long> input, Tensor<T> weight, int? paddingIdx = null, double? maxNorm = null, double normType = 2)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var count = weight.Shape[0];
        if (paddingIdx is { } padding && (padding < -count || padding >= count))
            throw new TensorException($"Padding_idx must be within num_embeddings. It is {padding}, and there are {count} rows.");
        if (maxNorm is { } greatest)
            Shorten(weight, input, greatest, normType);
        var indices = input.Reshape(-1);
        var rows = weight.IndexSelect(0, indices);
        if (paddingIdx is { } frozen && rows.RequiresGrad)
            rows = Tensor.Where(indices.Eq(frozen < 0 ? frozen + count : frozen).Unsqueeze(1), rows.Detach(), rows);
        return rows.Reshape([.. input.Layout.Sizes, weight.Shape[1]]);
    }

    /// <summary>Shortens the rows that are looked up to the greatest norm, in the table itself.</summary>
    internal static void Shorten<T>(Tensor<T> weight, Tensor<long> input, double maxNorm, double normType)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using (Autograd.NoGrad())
        {
            // Looking up refuses an index that is out of range.
            foreach (var index in input.ToArray().Distinct().Where(index => index >= 0 && index < weight.Shape[0]))
            {
                var row = weight.Select(0, (int)index);
                var norm = double.CreateTruncating(row.Norm(normType).Item());
                if (norm > maxNorm)
                    row.MulInPlace(maxNorm / (norm + 1e-7));
            }
        }
    }
}
