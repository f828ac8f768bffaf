using System.Numerics;

namespace DslTensors;

/// <summary>Decoder layers upon each other (PyTorch's <c>nn.TransformerDecoder</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="decoderLayer">What each layer is a copy of; all begin with its values, as in PyTorch.</param>
/// <param name="numLayers">How many layers.</param>
/// <param name="norm">The normalization after the last layer; none by default.</param>
[Module]
public partial class TransformerDecoder<T>(TransformerDecoderLayer<T> decoderLayer, int numLayers, LayerNorm<T>? norm = null)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The layers.</summary>
    public ModuleList<TransformerDecoderLayer<T>> Layers { get; } = new(numLayers, _ => decoderLayer.Clone());

    /// <summary>The normalization after the last layer.</summary>
    public LayerNorm<T>? Norm { get; } = norm;

    /// <summary>Runs the layers.</summary>
    /// <param name="tgt">The target, [t, batch, dModel], [batch, t, dModel] with batchFirst, or one sequence [t, dModel].</param>
    /// <param name="memory">What the encoder gave, of length s.</param>
    /// <param name="tgtMask">Hides the target's elements from each other, [t, t] or [batch · heads, t, t].</param>
    /// <param name="memoryMask">Hides the memory's elements from the target's, [t, s] or [batch · heads, t, s].</param>
    /// <param name="tgtKeyPaddingMask">Hides elements of the target from all, [batch, t] or [t].</param>
    /// <param name="memoryKeyPaddingMask">Hides elements of the memory from all, [batch, s] or [s].</param>
    /// <exception cref="ShapeException">The shapes don't fit.</exception>
    [return: Shape("s...")]
    public Tensor<T> Forward(
        [Shape("s...")] Tensor<T> tgt,
        Tensor<T> memory,
        AttentionMask<T> tgtMask = default,
        AttentionMask<T> memoryMask = default,
        AttentionMask<T> tgtKeyPaddingMask = default,
        AttentionMask<T> memoryKeyPaddingMask = default)
    {
        foreach (var layer in Layers)
            tgt = layer.Forward(tgt, memory, tgtMask, memoryMask, tgtKeyPaddingMask, memoryKeyPaddingMask);
        return Norm is null ? tgt : Norm.Forward(tgt);
    }
}

/// <summary>Decoder layers of floats upon each other (PyTorch's <c>nn.TransformerDecoder</c>).</summary>
/// <inheritdoc cref="TransformerDecoder{T}"/>
public class TransformerDecoder(TransformerDecoderLayer<float> decoderLayer, int numLayers, LayerNorm<float>? norm = null) : TransformerDecoder<float>(decoderLayer, numLayers, norm);
