using System.Numerics;

namespace DslTensors.Operators;

/// <summary>For each bag of indices the sum, the mean or the greatest of these rows of a table (PyTorch's <c>nn.functional.embedding_bag</c>).</summary>
/// <param name="input">The indices: a bag in each row, [b, n], or one behind the other, [n].</param>
/// <param name="weight">The table, [rows, d].</param>
/// <param name="offsets">Where each bag begins, if the indices stand one behind the other.</param>
/// <param name="mode"><c>"sum"</c>, <c>"mean"</c> or <c>"max"</c>.</param>
/// <param name="perSampleWeights">For "sum", what each row is multiplied by, in the shape of the indices.</param>
/// <param name="includeLastOffset">Whether the last offset is the end of the last bag.</param>
/// <param name="paddingIdx">An index that does not count.</param>
/// <returns>A row for each bag, [bags, d]; zeros for empty ones.</returns>
/// <exception cref="ShapeException">The shapes don't fit.</exception>
/// <exception cref="TensorException">The mode is unknown, or weights are given for another than "sum".</exception>
/// <exception cref="DimensionException">An index is out of range.</exception>
[TensorOp("i..., n d, o...?, p...? -> bags d")]
[ShapeError("weight", ShapeFault.Rank, "weight has to be a 2D Tensor, but got Tensor of dimension {weight.Rank}")]
public static partial class EmbeddingBag
{
    private static Tensor<T> Compose<T>(
        Tensor<long> input, Tensor<T> weight, Tensor<long>? offsets = null, string mode = "mean", Tensor<T>? perSampleWeights = null, bool includeLastOffset = false, int? paddingIdx = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (mode is not ("sum" or "mean" or "max"))
            throw new TensorException($"mode has to be one of sum, mean or max. embedding_bag: it is '{mode}'.");
        if (perSampleWeights is not null && mode != "sum")
            throw new TensorException($"embedding_bag: per_sample_weights was not None. per_sample_weights is only supported for mode='sum' (got mode='{mode}').");
        if (perSampleWeights is not null && perSampleWeights.Shape != input.Shape)
            throw new ShapeException($"embedding_bag: If per_sample_weights ({perSampleWeights.Shape}) is not None, then it must have the same shape as the input ({input.Shape})");
        var bags = Bags(input, offsets, includeLastOffset, out var count);
        var (indices, kept) = (input.Reshape(-1), new List<long>());
        var numbers = indices.ToArray();
        var skipped = paddingIdx is { } given ? (given < 0 ? given + weight.Shape[0] : given) : -1L;
        for (var i = 0; i < numbers.Length; i++)
        {
            if (numbers[i] != skipped || paddingIdx is null)
                kept.Add(i);
        }

        var places = Tensor.From(kept.ToArray());
        var rows = weight.IndexSelect(0, indices.IndexSelect(0, places));
        if (perSampleWeights is not null)
            rows *= perSampleWeights.Reshape(-1).IndexSelect(0, places).Unsqueeze(1);
        var targets = Tensor.From([.. kept.Select(place => bags[place])]);
        var result = Tensor.Zeros<T>(count, weight.Shape[1]);
        if (mode == "max")
            return result.ScatterReduce(0, targets.Unsqueeze(1).Expand(rows.Shape.ToArray()), rows, ScatterReduction.Amax, false);
        var sums = result.IndexAdd(0, targets, rows);
        return mode == "sum" ? sums : sums / Tensor.Bincount(targets, count).ClampMin(1).To<T>().Unsqueeze(1);
    }

    // The bag of each index.
    private static long[] Bags(Tensor<long> input, Tensor<long>? offsets, bool includeLastOffset, out int count)
    {
        var bags = new long[input.Count];
        if (input.Rank == 2)
        {
            if (offsets is not null)
                throw new ShapeException($"if input is 2D, then offsets has to be None, as input is treated is a mini-batch of fixed length sequences. However, found offsets of shape {offsets.Shape}");
            count = input.Shape[0];
            for (var i = 0; i < bags.Length; i++)
                bags[i] = i / input.Shape[1];
            return bags;
        }

        if (input.Rank != 1)
            throw new ShapeException($"input has to be 1D or 2D Tensor, but got Tensor of dimension {input.Rank}. Its shape is {input.Shape}.");
        if (offsets is null || offsets.Rank != 1)
            throw new ShapeException($"offsets has to be a 1D Tensor but got {(offsets is null ? "null" : $"one of shape {offsets.Shape}")}. It says where the bags of indices begin.");
        var starts = offsets.ToArray();
        count = includeLastOffset ? starts.Length - 1 : starts.Length;
        if (starts.Length == 0 || starts[0] != 0)
            throw new ShapeException($"offsets[0] has to be 0, i.e., the first sequence in the mini-batch has to start from position 0. However, got {(starts.Length == 0 ? "none" : $"{starts[0]}")}");
        if (starts[^1] > bags.Length)
            throw new ShapeException($"offsets[-1] can not be greater than input's length({bags.Length}) but got offsets[-1] of {starts[^1]}");
        for (var bag = 0; bag < count; bag++)
        {
            var end = bag + 1 < starts.Length ? starts[bag + 1] : bags.Length;
            for (var i = starts[bag]; i < end; i++)
                bags[i] = bag;
        }

        return bags;
    }
}
