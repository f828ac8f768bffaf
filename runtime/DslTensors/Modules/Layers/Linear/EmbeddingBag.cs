using System.Numerics;

namespace DslTensors;

/// <summary>The sum, the mean or the greatest of the learned vectors of each bag of indices (PyTorch's <c>nn.EmbeddingBag</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="numEmbeddings">The number of vectors.</param>
/// <param name="embeddingDim">The size of each vector.</param>
/// <param name="maxNorm">The greatest norm: a longer vector that is looked up is shortened to it, for good.</param>
/// <param name="normType">Which norm.</param>
/// <param name="mode"><c>"sum"</c>, <c>"mean"</c> or <c>"max"</c>.</param>
/// <param name="weight">The vectors to start from, whose memory is shared; by default normally distributed ones.</param>
/// <param name="includeLastOffset">Whether the last offset is the end of the last bag.</param>
/// <param name="paddingIdx">The index that does not count; negative ones count from the end.</param>
/// <exception cref="TensorException"><paramref name="paddingIdx"/> is out of range, or the mode is unknown.</exception>
/// <exception cref="ShapeException"><paramref name="weight"/> has another shape.</exception>
[Module]
public partial class EmbeddingBag<T>(
    int numEmbeddings, int embeddingDim, double? maxNorm = null, double normType = 2, string mode = "mean", Tensor<T>? weight = null,
    bool includeLastOffset = false, int? paddingIdx = null)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The index that does not count, if there is one.</summary>
    public int? PaddingIdx { get; } = EmbeddingTable.Wrapped(numEmbeddings, paddingIdx);

    /// <summary>The vectors [numEmbeddings, embeddingDim], at first normally distributed, the one of <see cref="PaddingIdx"/> zero.</summary>
    [Parameter(nameof(numEmbeddings), nameof(embeddingDim))]
    public partial Tensor<T> Weight { get; set; } = weight is null
        ? EmbeddingTable.Drawn<T>(numEmbeddings, embeddingDim, EmbeddingTable.Wrapped(numEmbeddings, paddingIdx))
        : EmbeddingTable.Given(numEmbeddings, embeddingDim, weight);

    /// <summary>The greatest norm of a vector, if there is one.</summary>
    public double? MaxNorm { get; } = maxNorm;

    /// <summary>Which norm.</summary>
    public double NormType { get; } = normType;

    /// <summary>What becomes of the vectors of a bag: <c>"sum"</c>, <c>"mean"</c> or <c>"max"</c>.</summary>
    public string Mode { get; } = mode is "sum" or "mean" or "max"
        ? mode
        : throw new TensorException($"mode has to be one of sum, mean or max. EmbeddingBag: it is '{mode}'.");

    /// <summary>Whether the last offset is the end of the last bag.</summary>
    public bool IncludeLastOffset { get; } = includeLastOffset;

    /// <summary>The number of vectors.</summary>
    public int NumEmbeddings => Weight.Shape[0];

    /// <summary>The size of each vector.</summary>
    public int EmbeddingDim => Weight.Shape[1];

    /// <summary>A row for each bag, a row of indices.</summary>
    /// <exception cref="DimensionException">An index is out of range.</exception>
    [return: Shape("b embeddingDim")]
    public Tensor<T> Forward([Shape("b n")] Tensor<long> input) => Forward(input, null);

    /// <summary>A row for each bag.</summary>
    /// <param name="input">The indices: a bag in each row, [b, n], or one behind the other, [n].</param>
    /// <param name="offsets">Where each bag begins, if the indices stand one behind the other.</param>
    /// <param name="perSampleWeights">For "sum", what each vector is multiplied by, in the shape of the indices.</param>
    /// <exception cref="DimensionException">An index is out of range.</exception>
    [return: Shape("bags embeddingDim")]
    public Tensor<T> Forward([Shape("s...")] Tensor<long> input, Tensor<long>? offsets, Tensor<T>? perSampleWeights = null) =>
        Tensor.EmbeddingBag(input, Weight, offsets, MaxNorm, NormType, Mode, perSampleWeights, IncludeLastOffset, PaddingIdx);

    /// <summary>A layer with vectors that exist, whose memory it shares (PyTorch's <c>EmbeddingBag.from_pretrained</c>).</summary>
    /// <param name="embeddings">The vectors [n, d].</param>
    /// <param name="freeze">Whether they stay as they are.</param>
    /// <param name="maxNorm">The greatest norm.</param>
    /// <param name="normType">Which norm.</param>
    /// <param name="mode"><c>"sum"</c>, <c>"mean"</c> or <c>"max"</c>.</param>
    /// <param name="includeLastOffset">Whether the last offset is the end of the last bag.</param>
    /// <param name="paddingIdx">The index that does not count.</param>
    /// <exception cref="ShapeException">There are not two dimensions.</exception>
    public static EmbeddingBag<T> FromPretrained(
        Tensor<T> embeddings, bool freeze = true, double? maxNorm = null, double normType = 2, string mode = "mean", bool includeLastOffset = false, int? paddingIdx = null)
    {
        EmbeddingTable.Check(embeddings);
        return new EmbeddingBag<T>(embeddings.Shape[0], embeddings.Shape[1], maxNorm, normType, mode, embeddings, includeLastOffset, paddingIdx).RequiresGrad(!freeze);
    }

    /// <inheritdoc/>
    protected override string ExtraRepr() =>
        $"{NumEmbeddings}, {EmbeddingDim}" +
        (MaxNorm is { } greatest ? $", max_norm={PythonText.Of(greatest)}" : "") +
        (NormType == 2 ? "" : $", norm_type={PythonText.Of(NormType)}") +
        $", mode={Mode}" +
        (PaddingIdx is { } index ? $", padding_idx={index}" : "");
}

/// <summary>The sum, the mean or the greatest of the learned vectors of floats of each bag of indices (PyTorch's <c>nn.EmbeddingBag</c>).</summary>
/// <param name="numEmbeddings">The number of vectors.</param>
/// <param name="embeddingDim">The size of each vector.</param>
/// <param name="maxNorm">The greatest norm: a longer vector that is looked up is shortened to it, for good.</param>
/// <param name="normType">Which norm.</param>
/// <param name="mode"><c>"sum"</c>, <c>"mean"</c> or <c>"max"</c>.</param>
/// <param name="weight">The vectors to start from, whose memory is shared; by default normally distributed ones.</param>
/// <param name="includeLastOffset">Whether the last offset is the end of the last bag.</param>
/// <param name="paddingIdx">The index that does not count; negative ones count from the end.</param>
/// <exception cref="TensorException"><paramref name="paddingIdx"/> is out of range, or the mode is unknown.</exception>
/// <exception cref="ShapeException"><paramref name="weight"/> has another shape.</exception>
public class EmbeddingBag(
    int numEmbeddings, int embeddingDim, double? maxNorm = null, double normType = 2, string mode = "mean", Tensor<float>? weight = null,
    bool includeLastOffset = false, int? paddingIdx = null)
    : EmbeddingBag<float>(numEmbeddings, embeddingDim, maxNorm, normType, mode, weight, includeLastOffset, paddingIdx)
{
    /// <inheritdoc cref="EmbeddingBag{T}.FromPretrained"/>
    public static new EmbeddingBag FromPretrained(
        Tensor<float> embeddings, bool freeze = true, double? maxNorm = null, double normType = 2, string mode = "mean", bool includeLastOffset = false, int? paddingIdx = null)
    {
        EmbeddingTable.Check(embeddings);
        return new EmbeddingBag(embeddings.Shape[0], embeddings.Shape[1], maxNorm, normType, mode, embeddings, includeLastOffset, paddingIdx).RequiresGrad(!freeze);
    }
}
