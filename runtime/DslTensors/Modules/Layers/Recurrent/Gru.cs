using System.Numerics;

namespace DslTensors;

/// <summary>Gated recurrent units upon each other (PyTorch's <c>nn.GRU</c>; Cho et al., 2014).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="inputSize">The size of each input.</param>
/// <param name="hiddenSize">The size of the hidden state.</param>
/// <param name="numLayers">How many layers stand upon each other.</param>
/// <param name="bias">Whether there are offsets.</param>
/// <param name="batchFirst">Whether sequences are [batch, length, features] and not [length, batch, features].</param>
/// <param name="dropout">The probability with which the outputs of all layers but the last one are dropped in training.</param>
/// <param name="bidirectional">Whether there is a second way, from the end to the beginning.</param>
[Module]
public partial class Gru<T>(
    int inputSize, int hiddenSize, int numLayers = 1, bool bias = true, bool batchFirst = false, double dropout = 0, bool bidirectional = false)
    : RecurrentLayer<T>(3, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Walks along the sequences.</summary>
    /// <param name="input">[length, batch, inputSize]; [batch, length, inputSize] with batchFirst; or one sequence, [length, inputSize].</param>
    /// <param name="hx">The state to begin with, [numLayers · directions, batch, hiddenSize], without the batch for one sequence; zeros by default.</param>
    /// <returns>The hidden states of the last layer at every step, those of both directions in a row, and the state after the last step.</returns>
    /// <exception cref="ShapeException">The sizes don't fit.</exception>
    [Signature("s..., h...? -> recurrent(s, h, inputSize, hiddenSize, 0, numLayers, batchFirst, bidirectional), recurrentState(s, h, inputSize, hiddenSize, 0, numLayers, batchFirst, bidirectional)")]
    public (Tensor<T> Output, Tensor<T> Hn) Forward(Tensor<T> input, Tensor<T>? hx = null)
    {
        var (output, states) = Run(input, hx is null ? null : [hx]);
        return (output, states[0]);
    }

    private protected override Tensor<T>[] Step(Tensor<T> projected, Tensor<T>[] states, in RecurrentWeights<T> weights) =>
        [Operators.GruStep.Apply(projected, Tensor.Linear(states[0], weights.HiddenHidden, weights.HiddenBias), states[0], null)];
}

/// <summary>Gated recurrent units upon each other, of float (PyTorch's <c>nn.GRU</c>).</summary>
/// <inheritdoc cref="Gru{T}"/>
public class Gru(
    int inputSize, int hiddenSize, int numLayers = 1, bool bias = true, bool batchFirst = false, double dropout = 0, bool bidirectional = false)
    : Gru<float>(inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional);
