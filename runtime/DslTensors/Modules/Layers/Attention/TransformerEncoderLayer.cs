using System.Numerics;

namespace DslTensors;

/// <summary>
/// Self-attention and a small network after it, each beside a path around it (PyTorch's <c>nn.TransformerEncoderLayer</c>; Vaswani et al.,
/// "Attention is all you need", 2017).
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="dModel">The size of each input.</param>
/// <param name="nhead">The number of heads.</param>
/// <param name="dimFeedforward">The size inside of the small network.</param>
/// <param name="dropout">The probability of dropping an element in training.</param>
/// <param name="activation">What is between the two maps of the small network; ReLU by default.</param>
/// <param name="layerNormEps">Added to variances.</param>
/// <param name="batchFirst">Whether sequences are [batch, length, features] and not [length, batch, features].</param>
/// <param name="normFirst">Whether normalization stands before each part and not after it.</param>
[Module]
public partial class TransformerEncoderLayer<T>(
    int dModel, int nhead, int dimFeedforward = 2048, double dropout = 0.1, Func<Tensor<T>, Tensor<T>>? activation = null, double layerNormEps = 1e-5, bool batchFirst = false, bool normFirst = false)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The attention.</summary>
    public MultiheadAttention<T> SelfAttn { get; } = new(dModel, nhead, dropout, batchFirst: batchFirst);

    /// <summary>The first map of the small network.</summary>
    public Linear<T> Linear1 { get; } = new(dModel, dimFeedforward);

    /// <summary>Drops between the two maps.</summary>
    public Dropout<T> Dropout { get; } = new(dropout);

    /// <summary>The second map of the small network.</summary>
    public Linear<T> Linear2 { get; } = new(dimFeedforward, dModel);

    /// <summary>The normalization of the attention.</summary>
    public LayerNorm<T> Norm1 { get; } = new(dModel, layerNormEps);

    /// <summary>The normalization of the small network.</summary>
    public LayerNorm<T> Norm2 { get; } = new(dModel, layerNormEps);

    /// <summary>Drops from what the attention gives.</summary>
    public Dropout<T> Dropout1 { get; } = new(dropout);

    /// <summary>Drops from what the small network gives.</summary>
    public Dropout<T> Dropout2 { get; } = new(dropout);

    /// <summary>Whether normalization stands before each part and not after it.</summary>
    public bool NormFirst { get; } = normFirst;

    /// <summary>What is between the two maps of the small network.</summary>
    public Func<Tensor<T>, Tensor<T>> Activation { get; } = activation ?? (static x => x.Relu());

    /// <summary>Runs the layer.</summary>
    /// <param name="src">[length, batch, dModel], [batch, length, dModel] with batchFirst, or one sequence [length, dModel].</param>
    /// <param name="srcMask">Hides elements from each other, [length, length] or [batch · heads, length, length].</param>
    /// <param name="srcKeyPaddingMask">Hides elements of a sequence from all, [batch, length] or [length].</param>
    /// <exception cref="ShapeException">The shapes don't fit.</exception>
    [Signature("s..., m...?, p...? -> attended(s, s, s, p, m, dModel, nhead, batchFirst)")]
    public Tensor<T> Forward(Tensor<T> src, AttentionMask<T> srcMask = default, AttentionMask<T> srcKeyPaddingMask = default)
    {
        if (NormFirst)
        {
            src += Attend(Norm1.Forward(src), srcMask, srcKeyPaddingMask);
            return src + FeedForward(Norm2.Forward(src));
        }

        src = Norm1.Forward(src + Attend(src, srcMask, srcKeyPaddingMask));
        return Norm2.Forward(src + FeedForward(src));
    }

    private Tensor<T> Attend(Tensor<T> x, AttentionMask<T> mask, AttentionMask<T> paddingMask) =>
        Dropout1.Forward(SelfAttn.Forward(x, x, x, paddingMask, needWeights: false, mask).AttnOutput);

    private Tensor<T> FeedForward(Tensor<T> x) => Dropout2.Forward(Linear2.Forward(Dropout.Forward(Activation(Linear1.Forward(x)))));
}

/// <summary>Self-attention of floats and a small network after it (PyTorch's <c>nn.TransformerEncoderLayer</c>).</summary>
/// <inheritdoc cref="TransformerEncoderLayer{T}"/>
public class TransformerEncoderLayer(
    int dModel, int nhead, int dimFeedforward = 2048, double dropout = 0.1, Func<Tensor<float>, Tensor<float>>? activation = null, double layerNormEps = 1e-5, bool batchFirst = false, bool normFirst = false)
    : TransformerEncoderLayer<float>(dModel, nhead, dimFeedforward, dropout, activation, layerNormEps, batchFirst, normFirst);
