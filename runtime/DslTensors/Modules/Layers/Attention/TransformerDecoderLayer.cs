using System.Numerics;

namespace DslTensors;

/// <summary>
/// Self-attention, attention to what an encoder gave, and a small network, each beside a path around it (PyTorch's
/// <c>nn.TransformerDecoderLayer</c>; Vaswani et al., "Attention is all you need", 2017).
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
public partial class TransformerDecoderLayer<T>(
    int dModel, int nhead, int dimFeedforward = 2048, double dropout = 0.1, Func<Tensor<T>, Tensor<T>>? activation = null, double layerNormEps = 1e-5, bool batchFirst = false, bool normFirst = false)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The attention of the target to itself.</summary>
    public MultiheadAttention<T> SelfAttn { get; } = new(dModel, nhead, dropout, batchFirst: batchFirst);

    /// <summary>The attention of the target to the memory.</summary>
    public MultiheadAttention<T> MultiheadAttn { get; } = new(dModel, nhead, dropout, batchFirst: batchFirst);

    /// <summary>The first map of the small network.</summary>
    public Linear<T> Linear1 { get; } = new(dModel, dimFeedforward);

    /// <summary>Drops between the two maps.</summary>
    public Dropout<T> Dropout { get; } = new(dropout);

    /// <summary>The second map of the small network.</summary>
    public Linear<T> Linear2 { get; } = new(dimFeedforward, dModel);

    /// <summary>The normalization of the target's attention to itself.</summary>
    public LayerNorm<T> Norm1 { get; } = new(dModel, layerNormEps);

    /// <summary>The normalization of its attention to the memory.</summary>
    public LayerNorm<T> Norm2 { get; } = new(dModel, layerNormEps);

    /// <summary>The normalization of the small network.</summary>
    public LayerNorm<T> Norm3 { get; } = new(dModel, layerNormEps);

    /// <summary>Drops from what the target's attention to itself gives.</summary>
    public Dropout<T> Dropout1 { get; } = new(dropout);

    /// <summary>Drops from what its attention to the memory gives.</summary>
    public Dropout<T> Dropout2 { get; } = new(dropout);

    /// <summary>Drops from what the small network gives.</summary>
    public Dropout<T> Dropout3 { get; } = new(dropout);

    /// <summary>Whether normalization stands before each part and not after it.</summary>
    public bool NormFirst { get; } = normFirst;

    /// <summary>What is between the two maps of the small network.</summary>
    public Func<Tensor<T>, Tensor<T>> Activation { get; } = activation ?? (static x => x.Relu());

    /// <summary>Runs the layer.</summary>
    /// <param name="tgt">The target, [t, batch, dModel], [batch, t, dModel] with batchFirst, or one sequence [t, dModel].</param>
    /// <param name="memory">What the encoder gave, of length s.</param>
    /// <param name="tgtMask">Hides the target's elements from each other, [t, t] or [batch · heads, t, t].</param>
    /// <param name="memoryMask">Hides the memory's elements from the target's, [t, s] or [batch · heads, t, s].</param>
    /// <param name="tgtKeyPaddingMask">Hides elements of the target from all, [batch, t] or [t].</param>
    /// <param name="memoryKeyPaddingMask">Hides elements of the memory from all, [batch, s] or [s].</param>
    /// <exception cref="ShapeException">The shapes don't fit.</exception>
    [return: Shape("s... dModel")]
    public Tensor<T> Forward(
        [Shape("s... dModel")] Tensor<T> tgt,
        [Shape("m... dModel")] Tensor<T> memory,
        AttentionMask<T> tgtMask = default,
        AttentionMask<T> memoryMask = default,
        AttentionMask<T> tgtKeyPaddingMask = default,
        AttentionMask<T> memoryKeyPaddingMask = default)
    {
        if (NormFirst)
        {
            tgt += Attend(Norm1.Forward(tgt), tgtMask, tgtKeyPaddingMask);
            tgt += Look(Norm2.Forward(tgt), memory, memoryMask, memoryKeyPaddingMask);
            return tgt + FeedForward(Norm3.Forward(tgt));
        }

        tgt = Norm1.Forward(tgt + Attend(tgt, tgtMask, tgtKeyPaddingMask));
        tgt = Norm2.Forward(tgt + Look(tgt, memory, memoryMask, memoryKeyPaddingMask));
        return Norm3.Forward(tgt + FeedForward(tgt));
    }

    private Tensor<T> Attend(Tensor<T> x, AttentionMask<T> mask, AttentionMask<T> paddingMask) =>
        Dropout1.Forward(SelfAttn.Forward(x, x, x, paddingMask, needWeights: false, mask).AttnOutput);

    private Tensor<T> Look(Tensor<T> x, Tensor<T> memory, AttentionMask<T> mask, AttentionMask<T> paddingMask) =>
        Dropout2.Forward(MultiheadAttn.Forward(x, memory, memory, paddingMask, needWeights: false, mask).AttnOutput);

    private Tensor<T> FeedForward(Tensor<T> x) => Dropout3.Forward(Linear2.Forward(Dropout.Forward(Activation(Linear1.Forward(x)))));
}

/// <summary>Self-attention of floats, attention to what an encoder gave, and a small network (PyTorch's <c>nn.TransformerDecoderLayer</c>).</summary>
/// <inheritdoc cref="TransformerDecoderLayer{T}"/>
public class TransformerDecoderLayer(
    int dModel, int nhead, int dimFeedforward = 2048, double dropout = 0.1, Func<Tensor<float>, Tensor<float>>? activation = null, double layerNormEps = 1e-5, bool batchFirst = false, bool normFirst = false)
    : TransformerDecoderLayer<float>(dModel, nhead, dimFeedforward, dropout, activation, layerNormEps, batchFirst, normFirst);
