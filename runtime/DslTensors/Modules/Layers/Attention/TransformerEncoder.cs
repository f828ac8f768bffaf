using System.Numerics;

namespace DslTensors;

/// <summary>Encoder layers upon each other (PyTorch's <c>nn.TransformerEncoder</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="encoderLayer">What each layer is a copy of; all begin with its values, as in PyTorch.</param>
/// <param name="numLayers">How many layers.</param>
/// <param name="norm">The normalization after the last layer; none by default.</param>
[Module]
public partial class TransformerEncoder<T>(TransformerEncoderLayer<T> encoderLayer, int numLayers, LayerNorm<T>? norm = null)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The layers.</summary>
    public ModuleList<TransformerEncoderLayer<T>> Layers { get; } = new(numLayers, _ => encoderLayer.Clone());

    /// <summary>The normalization after the last layer.</summary>
    public LayerNorm<T>? Norm { get; } = norm;

    /// <summary>Runs the layers.</summary>
    /// <param name="src">[length, batch, dModel], [batch, length, dModel] with batchFirst, or one sequence [length, dModel].</param>
    /// <param name="mask">Hides elements from each other, [length, length] or [batch · heads, length, length].</param>
    /// <param name="srcKeyPaddingMask">Hides elements of a sequence from all, [batch, length] or [length].</param>
    /// <exception cref="ShapeException">The shapes don't fit.</exception>
    [return: Shape("s...")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> src, AttentionMask<T> mask = default, AttentionMask<T> srcKeyPaddingMask = default)
    {
        foreach (var layer in Layers)
            src = layer.Forward(src, mask, srcKeyPaddingMask);
        return Norm is null ? src : Norm.Forward(src);
    }
}

/// <summary>Encoder layers of floats upon each other (PyTorch's <c>nn.TransformerEncoder</c>).</summary>
/// <inheritdoc cref="TransformerEncoder{T}"/>
public class TransformerEncoder(TransformerEncoderLayer<float> encoderLayer, int numLayers, LayerNorm<float>? norm = null) : TransformerEncoder<float>(encoderLayer, numLayers, norm);
