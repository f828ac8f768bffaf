using System.Numerics;

namespace DslTensors.Operators;

/// <summary>For each bag of indices the sum, the mean or the greatest of these rows of a table (PyTorch's <c>nn.functional.embedding_bag</c>).</summary>
/// <param name="input">The indices: a bag in each row, [b, n], or one behind the other, [n].</param>
/// <param name="weight">The table, [rows, d].</param>
/// <param name="offsets">Where each bag begins, if the indices stand one behind the other.</param>
/// <param name="maxNorm">The greatest norm: a longer row that is looked up is shortened to it in the table itself.</param>
/// <param name="normType">Which norm.</param>
/// <param name="mode"><c>"sum"</c>, <c>"mean"</c> or <c>"max"</c>.</param>
/// <param name="perSampleWeights">For "sum", what each row is multiplied by, in the shape of the indices.</param>
/// <param name="includeLastOffset">Whether the last offset is the end of the last bag.</param>
/// <param name="paddingIdx">An index that does not count.</param>
/// <returns>A row for each bag, [bags, d]; zeros for empty ones.</returns>
/// <exception cref="ShapeException">The shapes don't fit.</exception>
/// <exception cref="TensorException">The mode is unknown, or weights are given for another than "sum".</exception>
/// <exception cref="DimensionException">An index is out of range.</exception>
[TensorOp("i..., n d, o...?, p...? -> bags d", HalvesInFloat = false)]
[ShapeError("weight", ShapeFault.Rank, "weight has to be a 2D Tensor, but got Tensor of dimension {weight.Rank}")]
public static partial class EmbeddingBag
{
    private static Tensor<T> Compose<T>(
        Tensor<long> input, Tensor<T> weight, Tensor<long>? offsets = null, double? maxNorm = null, double normType = 2, string mode = "mean", Tensor<T>? perSampleWeights = null,
        bool includeLastOffset = false, int? paddingIdx = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (maxNorm is { } greatest)
            Embedding.Shorten(weight, input, greatest, normType);
        return BagsOfRows.Apply(input, weight, offsets, perSampleWeights, mode, includeLastOffset, paddingIdx, null);
    }
}
