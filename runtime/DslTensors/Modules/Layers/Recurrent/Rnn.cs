using System.Numerics;

namespace DslTensors;

/// <summary>Simple recurrent networks upon each other (PyTorch's <c>nn.RNN</c>; Elman, 1990): h' = f(W x + b + V h + c).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="inputSize">The size of each input.</param>
/// <param name="hiddenSize">The size of the hidden state.</param>
/// <param name="numLayers">How many layers stand upon each other.</param>
/// <param name="nonlinearity">"tanh" or "relu".</param>
/// <param name="bias">Whether there are offsets.</param>
/// <param name="batchFirst">Whether sequences are [batch, length, features] and not [length, batch, features].</param>
/// <param name="dropout">The probability with which the outputs of all layers but the last one are dropped in training.</param>
/// <param name="bidirectional">Whether there is a second way, from the end to the beginning.</param>
[Module]
public partial class Rnn<T>(
    int inputSize, int hiddenSize, int numLayers = 1, string nonlinearity = "tanh", bool bias = true, bool batchFirst = false, double dropout = 0, bool bidirectional = false)
    : RecurrentLayer<T>(1, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The function f: "tanh" or "relu".</summary>
    public string Nonlinearity { get; } = RecurrentNonlinearity.Checked(nonlinearity);

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

    private protected override Tensor<T>[] Step(Tensor<T> projected, Tensor<T>[] states, in RecurrentWeights<T> weights)
    {
        var sum = projected + Tensor.Linear(states[0], weights.HiddenHidden, weights.HiddenBias);
        return [Nonlinearity == "tanh" ? sum.Tanh() : sum.Relu()];
    }
}

/// <summary>Simple recurrent networks upon each other, of float (PyTorch's <c>nn.RNN</c>).</summary>
/// <inheritdoc cref="Rnn{T}"/>
public class Rnn(
    int inputSize, int hiddenSize, int numLayers = 1, string nonlinearity = "tanh", bool bias = true, bool batchFirst = false, double dropout = 0, bool bidirectional = false)
    : Rnn<float>(inputSize, hiddenSize, numLayers, nonlinearity, bias, batchFirst, dropout, bidirectional);
