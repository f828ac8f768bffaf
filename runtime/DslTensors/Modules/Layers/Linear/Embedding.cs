using System.Numerics;

namespace DslTensors;

/// <summary>A learned vector for each index (PyTorch's <c>nn.Embedding</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="numEmbeddings">The number of vectors.</param>
/// <param name="embeddingDim">The size of each vector.</param>
/// <param name="paddingIdx">The index whose vector starts as zeros and is not trained; negative ones count from the end.</param>
/// <param name="maxNorm">The greatest norm: a longer vector that is looked up is shortened to it, for good.</param>
/// <param name="normType">Which norm.</param>
/// <param name="weight">The vectors to start from, whose memory is shared; by default normally distributed ones.</param>
/// <exception cref="TensorException"><paramref name="paddingIdx"/> is out of range.</exception>
/// <exception cref="ShapeException"><paramref name="weight"/> has another shape.</exception>
[Module]
public partial class Embedding<T>(
    int numEmbeddings, int embeddingDim, int? paddingIdx = null, double? maxNorm = null, double normType = 2, Tensor<T>? weight = null)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The index whose vector is not trained, if there is one.</summary>
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

    /// <summary>The number of vectors.</summary>
    public int NumEmbeddings => Weight.Shape[0];

    /// <summary>The size of each vector.</summary>
    public int EmbeddingDim => Weight.Shape[1];

    /// <summary>Looks up the vectors of indices.</summary>
    /// <exception cref="DimensionException">An index is out of range.</exception>
    [return: Shape("s... embeddingDim")]
    public Tensor<T> Forward([Shape("s...")] Tensor<long> input) => Tensor.Embedding(input, Weight, PaddingIdx, MaxNorm, NormType);

    /// <summary>A layer with vectors that exist, whose memory it shares (PyTorch's <c>Embedding.from_pretrained</c>).</summary>
    /// <param name="embeddings">The vectors [n, d].</param>
    /// <param name="freeze">Whether they stay as they are.</param>
    /// <param name="paddingIdx">The index whose vector is not trained.</param>
    /// <param name="maxNorm">The greatest norm.</param>
    /// <param name="normType">Which norm.</param>
    /// <exception cref="ShapeException">There are not two dimensions.</exception>
    public static Embedding<T> FromPretrained(Tensor<T> embeddings, bool freeze = true, int? paddingIdx = null, double? maxNorm = null, double normType = 2)
    {
        EmbeddingTable.Check(embeddings);
        return new Embedding<T>(embeddings.Shape[0], embeddings.Shape[1], paddingIdx, maxNorm, normType, embeddings).RequiresGrad(!freeze);
    }

    /// <inheritdoc/>
    protected override string ExtraRepr() =>
        $"{NumEmbeddings}, {EmbeddingDim}" +
        (PaddingIdx is { } index ? $", padding_idx={index}" : "") +
        (MaxNorm is { } greatest ? $", max_norm={PythonText.Of(greatest)}" : "") +
        (NormType == 2 ? "" : $", norm_type={PythonText.Of(NormType)}");
}

/// <summary>A learned vector of floats for each index (PyTorch's <c>nn.Embedding</c>).</summary>
/// <param name="numEmbeddings">The number of vectors.</param>
/// <param name="embeddingDim">The size of each vector.</param>
/// <param name="paddingIdx">The index whose vector starts as zeros and is not trained; negative ones count from the end.</param>
/// <param name="maxNorm">The greatest norm: a longer vector that is looked up is shortened to it, for good.</param>
/// <param name="normType">Which norm.</param>
/// <param name="weight">The vectors to start from, whose memory is shared; by default normally distributed ones.</param>
/// <exception cref="TensorException"><paramref name="paddingIdx"/> is out of range.</exception>
/// <exception cref="ShapeException"><paramref name="weight"/> has another shape.</exception>
public class Embedding(
    int numEmbeddings, int embeddingDim, int? paddingIdx = null, double? maxNorm = null, double normType = 2, Tensor<float>? weight = null)
    : Embedding<float>(numEmbeddings, embeddingDim, paddingIdx, maxNorm, normType, weight)
{
    /// <inheritdoc cref="Embedding{T}.FromPretrained"/>
    public static new Embedding FromPretrained(Tensor<float> embeddings, bool freeze = true, int? paddingIdx = null, double? maxNorm = null, double normType = 2)
    {
        EmbeddingTable.Check(embeddings);
        return new Embedding(embeddings.Shape[0], embeddings.Shape[1], paddingIdx, maxNorm, normType, embeddings).RequiresGrad(!freeze);
    }
}
