using System.Numerics;

namespace DslTensors;

/// <summary>Long short-term memories upon each other (PyTorch's <c>nn.LSTM</c>; Hochreiter and Schmidhuber, 1997).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="inputSize">The size of each input.</param>
/// <param name="hiddenSize">The size of the hidden and of the cell state.</param>
/// <param name="numLayers">How many layers stand upon each other.</param>
/// <param name="bias">Whether there are offsets.</param>
/// <param name="batchFirst">Whether sequences are [batch, length, features] and not [length, batch, features].</param>
/// <param name="dropout">The probability with which the outputs of all layers but the last one are dropped in training.</param>
/// <param name="bidirectional">Whether there is a second way, from the end to the beginning.</param>
/// <param name="projSize">The size that the hidden state is projected to; 0 for none.</param>
[Module]
public partial class Lstm<T>(
    int inputSize, int hiddenSize, int numLayers = 1, bool bias = true, bool batchFirst = false, double dropout = 0, bool bidirectional = false, int projSize = 0)
    : RecurrentLayer<T>(4, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, projSize)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Walks along the sequences.</summary>
    /// <param name="input">[length, batch, inputSize]; [batch, length, inputSize] with batchFirst; or one sequence, [length, inputSize].</param>
    /// <param name="hx">The states to begin with, [numLayers · directions, batch, size] each, without the batch for one sequence; zeros by default.</param>
    /// <returns>The hidden states of the last layer at every step, those of both directions in a row, and the states after the last step.</returns>
    /// <exception cref="ShapeException">The sizes don't fit.</exception>
    [Signature("s..., h...?, c...? -> recurrent(s, h, inputSize, hiddenSize, projSize, numLayers, batchFirst, bidirectional), recurrentState(s, h, inputSize, hiddenSize, projSize, numLayers, batchFirst, bidirectional), recurrentState(s, c, inputSize, hiddenSize, 0, numLayers, batchFirst, bidirectional)")]
    public (Tensor<T> Output, (Tensor<T> Hn, Tensor<T> Cn) State) Forward(Tensor<T> input, (Tensor<T> H0, Tensor<T> C0)? hx = null)
    {
        var (output, states) = Run(input, hx is var (h0, c0) ? [h0, c0] : null);
        return (output, (states[0], states[1]));
    }

    private protected override int[] StateSizes => [ProjSize > 0 ? ProjSize : HiddenSize, HiddenSize];

    private protected override Tensor<T>[] Step(Tensor<T> projected, Tensor<T>[] states, in RecurrentWeights<T> weights)
    {
        var gates = projected + Tensor.Linear(states[0], weights.HiddenHidden, weights.HiddenBias);
        var (hidden, cell) = Operators.LstmStep.Apply(gates, states[1]);
        return [weights.Projection is { } projection ? Tensor.Linear(hidden, projection) : hidden, cell];
    }

    private protected override (Tensor<T> Outputs, Tensor<T>[] States) Walk(Tensor<T> sequence, Tensor<T>[] states, RecurrentWeights<T> weights, bool isReverse)
    {
        if (weights.Projection is not null || sequence.Device.Backend is not null)
            return base.Walk(sequence, states, weights, isReverse);
        var offset = weights.InputBias is null ? null : weights.InputBias + weights.HiddenBias!;
        var projected = Tensor.Linear(sequence, weights.InputHidden, offset);
        var (length, batch) = (sequence.Shape[0], sequence.Shape[1]);
        Tensor<T>[] parts = [projected, states[0], states[1], weights.HiddenHidden];
        var (output, cells, _) = Operators.LstmSequence.Apply<T>(parts, Shape.Create([length, batch, HiddenSize]), projected.Shape, isReverse);
        var last = isReverse ? 0 : length - 1;
        return (output, [output.Select(0, last), cells.Select(0, last)]);
    }
}

/// <summary>Long short-term memories upon each other, of float (PyTorch's <c>nn.LSTM</c>).</summary>
/// <inheritdoc cref="Lstm{T}"/>
public class Lstm(
    int inputSize, int hiddenSize, int numLayers = 1, bool bias = true, bool batchFirst = false, double dropout = 0, bool bidirectional = false, int projSize = 0)
    : Lstm<float>(inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, projSize);
