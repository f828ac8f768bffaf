using System.Numerics;

namespace DslTensors;

/// <summary>An encoder and a decoder (PyTorch's <c>nn.Transformer</c>; Vaswani et al., "Attention is all you need", 2017).</summary>
/// <typeparam name="T">The element type.</typeparam>
[Module]
public partial class Transformer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Makes both. Their weights are drawn with Glorot's uniform distribution, so that the layers differ from each other.</summary>
    /// <param name="dModel">The size of each input.</param>
    /// <param name="nhead">The number of heads.</param>
    /// <param name="numEncoderLayers">The layers of the encoder.</param>
    /// <param name="numDecoderLayers">The layers of the decoder.</param>
    /// <param name="dimFeedforward">The size inside of the small networks.</param>
    /// <param name="dropout">The probability of dropping an element in training.</param>
    /// <param name="activation">What is between the two maps of the small networks; ReLU by default.</param>
    /// <param name="layerNormEps">Added to variances.</param>
    /// <param name="batchFirst">Whether sequences are [batch, length, features] and not [length, batch, features].</param>
    /// <param name="normFirst">Whether normalization stands before each part and not after it.</param>
    public Transformer(
        int dModel = 512, int nhead = 8, int numEncoderLayers = 6, int numDecoderLayers = 6, int dimFeedforward = 2048, double dropout = 0.1,
        Func<Tensor<T>, Tensor<T>>? activation = null, double layerNormEps = 1e-5, bool batchFirst = false, bool normFirst = false)
    {
        (DModel, BatchFirst) = (dModel, batchFirst);
        Encoder = new(new(dModel, nhead, dimFeedforward, dropout, activation, layerNormEps, batchFirst, normFirst), numEncoderLayers, new(dModel, layerNormEps));
        Decoder = new(new(dModel, nhead, dimFeedforward, dropout, activation, layerNormEps, batchFirst, normFirst), numDecoderLayers, new(dModel, layerNormEps));
        foreach (var parameter in Parameters<T>().Where(static parameter => parameter.Rank > 1))
            Init.XavierUniformInPlace(parameter);
    }

    /// <summary>The encoder.</summary>
    public TransformerEncoder<T> Encoder { get; }

    /// <summary>The decoder.</summary>
    public TransformerDecoder<T> Decoder { get; }

    /// <summary>The size of each input.</summary>
    public int DModel { get; }

    /// <summary>Whether sequences are [batch, length, features] and not [length, batch, features].</summary>
    public bool BatchFirst { get; }

    /// <summary>Encodes the source and decodes the target.</summary>
    /// <param name="src">The source, [s, batch, dModel], [batch, s, dModel] with batchFirst, or one sequence [s, dModel].</param>
    /// <param name="tgt">The target, [t, batch, dModel], [batch, t, dModel] with batchFirst, or one sequence [t, dModel].</param>
    /// <param name="srcMask">Hides the source's elements from each other.</param>
    /// <param name="tgtMask">Hides the target's elements from each other.</param>
    /// <param name="memoryMask">Hides what the encoder gave from the target's elements.</param>
    /// <param name="srcKeyPaddingMask">Hides elements of the source from the source.</param>
    /// <param name="tgtKeyPaddingMask">Hides elements of the target from the target.</param>
    /// <param name="memoryKeyPaddingMask">Hides what the encoder gave for elements of the source from the target.</param>
    /// <returns>The decoded target, in its shape.</returns>
    /// <exception cref="ShapeException">The shapes don't fit.</exception>
    [return: Shape("t... dModel")]
    public Tensor<T> Forward(
        [Shape("s... dModel")] Tensor<T> src,
        [Shape("t... dModel")] Tensor<T> tgt,
        AttentionMask<T> srcMask = default,
        AttentionMask<T> tgtMask = default,
        AttentionMask<T> memoryMask = default,
        AttentionMask<T> srcKeyPaddingMask = default,
        AttentionMask<T> tgtKeyPaddingMask = default,
        AttentionMask<T> memoryKeyPaddingMask = default)
    {
        var batch = BatchFirst ? 0 : 1;
        if (src.Rank == 3 && tgt.Rank == 3 && src.Shape[batch] != tgt.Shape[batch])
            throw new ShapeException($"the batch number of src and tgt must be equal. src is {src.Shape}, tgt {tgt.Shape}.");
        if (src.Rank == 0 || tgt.Rank == 0 || src.Shape[^1] != DModel || tgt.Shape[^1] != DModel)
            throw new ShapeException($"the feature number of src and tgt must be equal to d_model. It is {DModel}; src is {src.Shape}, tgt {tgt.Shape}.");
        var memory = Encoder.Forward(src, srcMask, srcKeyPaddingMask);
        return Decoder.Forward(tgt, memory, tgtMask, memoryMask, tgtKeyPaddingMask, memoryKeyPaddingMask);
    }
}

/// <summary>An encoder and a decoder of floats (PyTorch's <c>nn.Transformer</c>).</summary>
/// <inheritdoc cref="Transformer{T}"/>
public class Transformer(
    int dModel = 512, int nhead = 8, int numEncoderLayers = 6, int numDecoderLayers = 6, int dimFeedforward = 2048, double dropout = 0.1,
    Func<Tensor<float>, Tensor<float>>? activation = null, double layerNormEps = 1e-5, bool batchFirst = false, bool normFirst = false)
    : Transformer<float>(dModel, nhead, numEncoderLayers, numDecoderLayers, dimFeedforward, dropout, activation, layerNormEps, batchFirst, normFirst);
