using System.Numerics;

namespace DslTensors;

/// <summary>One step of a long short-term memory (PyTorch's <c>nn.LSTMCell</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="inputSize">The size of each input.</param>
/// <param name="hiddenSize">The size of the state.</param>
/// <param name="bias">Whether there are offsets.</param>
[Module]
public partial class LstmCell<T>(int inputSize, int hiddenSize, bool bias = true)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The weights of the input, [4 · hiddenSize, inputSize], at first evenly distributed within 1 / sqrt(hiddenSize) as all others.</summary>
    [Parameter("(4 * hiddenSize)", nameof(inputSize))]
    public partial Tensor<T> WeightIh { get; set; } = Init.UniformWithinFan<T>(hiddenSize, 4 * hiddenSize, inputSize);

    /// <summary>The weights of the state, [4 · hiddenSize, hiddenSize].</summary>
    [Parameter("(4 * hiddenSize)", nameof(hiddenSize))]
    public partial Tensor<T> WeightHh { get; set; } = Init.UniformWithinFan<T>(hiddenSize, 4 * hiddenSize, hiddenSize);

    /// <summary>The offsets of what comes from the input, [4 · hiddenSize]; absent with <c>bias: false</c>.</summary>
    [Parameter("(4 * hiddenSize)", When = nameof(bias))]
    public partial Tensor<T>? BiasIh { get; set; } = bias ? Init.UniformWithinFan<T>(hiddenSize, 4 * hiddenSize) : null;

    /// <summary>The offsets of what comes from the state, [4 · hiddenSize]; absent with <c>bias: false</c>.</summary>
    [Parameter("(4 * hiddenSize)", When = nameof(bias))]
    public partial Tensor<T>? BiasHh { get; set; } = bias ? Init.UniformWithinFan<T>(hiddenSize, 4 * hiddenSize) : null;

    /// <summary>The size of each input.</summary>
    public int InputSize => WeightIh.Shape[1];

    /// <summary>The size of the state.</summary>
    public int HiddenSize => WeightHh.Shape[1];

    /// <summary>One step.</summary>
    /// <param name="input">The inputs, [batch, inputSize] or [inputSize].</param>
    /// <param name="hx">The hidden and the cell state before the step, [batch, hiddenSize] or [hiddenSize] each; zeros by default.</param>
    /// <returns>Both states after the step.</returns>
    /// <exception cref="ShapeException">The sizes don't fit.</exception>
    [Signature("b? inputSize, b? hiddenSize?, b? hiddenSize? -> b? hiddenSize, b? hiddenSize")]
    public (Tensor<T> Hx, Tensor<T> Cx) Forward(Tensor<T> input, (Tensor<T> Hx, Tensor<T> Cx)? hx = null)
    {
        RecurrentInput.CheckCell("LSTMCell", input);
        var isBatched = input.Rank == 2;
        var rows = isBatched ? input : input.Unsqueeze(0);
        var (hidden, cell) = hx is not var (h, c) ? (Zeros(rows), Zeros(rows)) : isBatched ? (h, c) : (h.Unsqueeze(0), c.Unsqueeze(0));
        (hidden, cell) = Tensor.LstmCell(rows, hidden, cell, WeightIh, WeightHh, BiasIh, BiasHh);
        return isBatched ? (hidden, cell) : (hidden.Squeeze(0), cell.Squeeze(0));
    }

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"{InputSize}, {HiddenSize}{(BiasIh is null ? ", bias=False" : "")}";

    private Tensor<T> Zeros(Tensor<T> rows) => rows.NewZeros(rows.Shape[0], HiddenSize);
}

/// <summary>One step of a long short-term memory of float (PyTorch's <c>nn.LSTMCell</c>).</summary>
/// <inheritdoc cref="LstmCell{T}"/>
public class LstmCell(int inputSize, int hiddenSize, bool bias = true) : LstmCell<float>(inputSize, hiddenSize, bias);
