using System.Globalization;
using System.Numerics;

namespace DslTensors;

/// <summary>
/// What <see cref="Rnn{T}"/>, <see cref="Gru{T}"/> and <see cref="Lstm{T}"/> share: layers upon layers that walk along a sequence
/// in one or both directions. The parameters are <c>weight_ih_l0</c>, <c>weight_hh_l0</c>, <c>bias_ih_l0</c>, <c>bias_hh_l0</c> and so on
/// for each layer, with <c>_reverse</c> behind for the way back, as in PyTorch; <see cref="Module.GetParameter"/> finds them.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
[Module]
public abstract partial class RecurrentLayer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private protected RecurrentLayer(
        int gates, int inputSize, int hiddenSize, int numLayers, bool bias, bool batchFirst, double dropout, bool bidirectional, int projSize = 0)
    {
        if (!(dropout is >= 0 and <= 1))
        {
            throw new TensorException(
                "dropout should be a number in range [0, 1] representing the probability of an element being zeroed. " +
                string.Create(CultureInfo.InvariantCulture, $"It is {dropout}."));
        }

        if (projSize < 0)
            throw new TensorException($"proj_size should be a positive integer or zero to disable projections. It is {projSize}.");
        if (projSize > 0 && projSize >= hiddenSize)
            throw new TensorException($"proj_size has to be smaller than hidden_size. It is {projSize}, and hidden_size {hiddenSize}.");
        if (numLayers < 1)
            throw new TensorException($"num_layers must be greater than zero. It is {numLayers}.");
        if (inputSize < 0 || hiddenSize < 1)
            throw new TensorException($"hidden_size must be greater than zero, and input_size not negative. They are {hiddenSize} and {inputSize}.");

        (InputSize, HiddenSize, NumLayers, Bias, BatchFirst) = (inputSize, hiddenSize, numLayers, bias, batchFirst);
        (Dropout, Bidirectional, ProjSize) = (dropout, bidirectional, projSize);
        for (var layer = 0; layer < numLayers; layer++)
        {
            for (var direction = 0; direction < Directions; direction++)
                CreateWeights(gates, layer, direction);
        }
    }

    /// <summary>The size of each input.</summary>
    public int InputSize { get; }

    /// <summary>The size of the hidden state.</summary>
    public int HiddenSize { get; }

    /// <summary>How many layers stand upon each other.</summary>
    public int NumLayers { get; }

    /// <summary>Whether there are offsets.</summary>
    public bool Bias { get; }

    /// <summary>Whether sequences are [batch, length, features] and not [length, batch, features].</summary>
    public bool BatchFirst { get; }

    /// <summary>The probability with which the outputs of all layers but the last one are dropped in training.</summary>
    public double Dropout { get; }

    /// <summary>Whether there is a second way, from the end to the beginning.</summary>
    public bool Bidirectional { get; }

    /// <summary>The size that the hidden state is projected to; 0 for none.</summary>
    public int ProjSize { get; }

    private int Directions => Bidirectional ? 2 : 1;

    private int OutputSize => ProjSize > 0 ? ProjSize : HiddenSize;

    /// <summary>The size of each of the states that go from step to step, the output first.</summary>
    private protected virtual int[] StateSizes => [OutputSize];

    /// <summary>One step.</summary>
    /// <param name="projected">The input after its matrix, [b, gates].</param>
    /// <param name="states">The states before the step, [b, size] each.</param>
    /// <param name="weights">The parameters of the layer.</param>
    private protected abstract Tensor<T>[] Step(Tensor<T> projected, Tensor<T>[] states, in RecurrentWeights<T> weights);

    /// <summary>Runs all layers.</summary>
    /// <param name="input">[length, batch, features], or as <see cref="BatchFirst"/> says, or [length, features].</param>
    /// <param name="hx">The states to begin with, [layers · directions, batch, size] each, without the batch where the input has none; zeros by default.</param>
    private protected (Tensor<T> Output, Tensor<T>[] States) Run(Tensor<T> input, Tensor<T>[]? hx)
    {
        var isBatched = input.Rank == 3;
        RecurrentInput.Check(input, InputSize);
        var sequence = !isBatched ? input.Unsqueeze(1) : BatchFirst ? input.Transpose(0, 1) : input;
        var states = RecurrentInput.States(hx, isBatched, [.. StateSizes.Select(size => Shape.Create([NumLayers * Directions, sequence.Shape[1], size]))], sequence.Device);
        var last = StateSizes.Select(static _ => new List<Tensor<T>>()).ToArray();
        for (var layer = 0; layer < NumLayers; layer++)
        {
            var ways = new Tensor<T>[Directions];
            for (var direction = 0; direction < Directions; direction++)
            {
                var index = (layer * Directions) + direction;
                (ways[direction], var final) = Walk(sequence, [.. states.Select(state => state.Select(0, index))], Weights(layer, direction), direction == 1);
                for (var i = 0; i < final.Length; i++)
                    last[i].Add(final[i]);
            }

            sequence = ways.Length == 1 ? ways[0] : Tensor.Cat(ways, -1);
            if (Dropout > 0 && layer < NumLayers - 1)
                sequence = sequence.Dropout(Dropout, Training);
        }

        Tensor<T>[] finalStates = [.. last.Select(static states => Tensor.Stack(states.ToArray(), 0))];
        return isBatched
            ? (BatchFirst ? sequence.Transpose(0, 1) : sequence, finalStates)
            : (sequence.Squeeze(1), [.. finalStates.Select(static state => state.Squeeze(1))]);
    }

    /// <inheritdoc/>
    protected override string ExtraRepr()
    {
        var text = $"{InputSize}, {HiddenSize}";
        if (ProjSize != 0)
            text += $", proj_size={ProjSize}";
        if (NumLayers != 1)
            text += $", num_layers={NumLayers}";
        if (!Bias)
            text += ", bias=False";
        if (BatchFirst)
            text += ", batch_first=True";
        if (Dropout != 0)
            text += $", dropout={PythonText.Of(Dropout)}";
        return Bidirectional ? text + ", bidirectional=True" : text;
    }

    /// <summary>Walks along the sequence, [length, batch, features], step by step.</summary>
    private protected virtual (Tensor<T> Outputs, Tensor<T>[] States) Walk(Tensor<T> sequence, Tensor<T>[] states, RecurrentWeights<T> weights, bool isReverse)
    {
        // The input's matrix product is the same for every step, so that it is one large one instead of many small ones.
        var projected = Tensor.Linear(sequence, weights.InputHidden, weights.InputBias).Unbind(0);
        var outputs = new Tensor<T>[projected.Length];
        for (var i = 0; i < projected.Length; i++)
        {
            var time = isReverse ? projected.Length - 1 - i : i;
            states = Step(projected[time], states, weights);
            outputs[time] = states[0];
        }

        return (Tensor.Stack(outputs, 0), states);
    }

    private void CreateWeights(int gates, int layer, int direction)
    {
        var bound = 1 / Math.Sqrt(HiddenSize);
        var inputs = layer == 0 ? InputSize : OutputSize * Directions;
        Register("weight_ih", gates * HiddenSize, inputs);
        Register("weight_hh", gates * HiddenSize, OutputSize);
        if (Bias)
        {
            Register("bias_ih", gates * HiddenSize);
            Register("bias_hh", gates * HiddenSize);
        }

        if (ProjSize > 0)
            Register("weight_hr", ProjSize, HiddenSize);

        void Register(string kind, params ReadOnlySpan<int> sizes) => RegisterParameter(Name(kind, layer, direction), Init.Uniform<T>(-bound, bound, sizes));
    }

    private RecurrentWeights<T> Weights(int layer, int direction)
    {
        return new(Find("weight_ih"), Find("weight_hh"), Bias ? Find("bias_ih") : null, Bias ? Find("bias_hh") : null, ProjSize > 0 ? Find("weight_hr") : null);

        Tensor<T> Find(string kind) => GetParameter(Name(kind, layer, direction)).As<T>();
    }

    private static string Name(string kind, int layer, int direction) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind}_l{layer}{(direction == 1 ? "_reverse" : "")}");
}
