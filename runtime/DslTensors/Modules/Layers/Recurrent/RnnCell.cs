using System.Numerics;

namespace DslTensors;

/// <summary>One step of a simple recurrent network (PyTorch's <c>nn.RNNCell</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="inputSize">The size of each input.</param>
/// <param name="hiddenSize">The size of the state.</param>
/// <param name="bias">Whether there are offsets.</param>
/// <param name="nonlinearity">"tanh" or "relu".</param>
[Module]
public partial class RnnCell<T>(int inputSize, int hiddenSize, bool bias = true, string nonlinearity = "tanh")
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The weights of the input, [hiddenSize, inputSize], at first evenly distributed within 1 / sqrt(hiddenSize) as all others.</summary>
    [Parameter(nameof(hiddenSize), nameof(inputSize))]
    public partial Tensor<T> WeightIh { get; set; } = Init.UniformWithinFan<T>(hiddenSize, hiddenSize, inputSize);

    /// <summary>The weights of the state, [hiddenSize, hiddenSize].</summary>
    [Parameter(nameof(hiddenSize), nameof(hiddenSize))]
    public partial Tensor<T> WeightHh { get; set; } = Init.UniformWithinFan<T>(hiddenSize, hiddenSize, hiddenSize);

    /// <summary>The offsets of what comes from the input, [hiddenSize]; absent with <c>bias: false</c>.</summary>
    [Parameter(nameof(hiddenSize), When = nameof(bias))]
    public partial Tensor<T>? BiasIh { get; set; } = bias ? Init.UniformWithinFan<T>(hiddenSize, hiddenSize) : null;

    /// <summary>The offsets of what comes from the state, [hiddenSize]; absent with <c>bias: false</c>.</summary>
    [Parameter(nameof(hiddenSize), When = nameof(bias))]
    public partial Tensor<T>? BiasHh { get; set; } = bias ? Init.UniformWithinFan<T>(hiddenSize, hiddenSize) : null;

    /// <summary>The size of each input.</summary>
    public int InputSize => WeightIh.Shape[1];

    /// <summary>The size of the state.</summary>
    public int HiddenSize => WeightHh.Shape[1];

    /// <summary>The function f of h' = f(W x + b + V h + c): "tanh" or "relu".</summary>
    public string Nonlinearity { get; } = RecurrentNonlinearity.Checked(nonlinearity);

    /// <summary>One step.</summary>
    /// <param name="input">The inputs, [batch, inputSize] or [inputSize].</param>
    /// <param name="hx">The state before the step, [batch, hiddenSize] or [hiddenSize]; zeros by default.</param>
    /// <returns>The state after the step.</returns>
    /// <exception cref="ShapeException">The sizes don't fit.</exception>
    [Signature("b? inputSize, b? hiddenSize? -> b? hiddenSize")]
    public Tensor<T> Forward(Tensor<T> input, Tensor<T>? hx = null)
    {
        RecurrentInput.CheckCell("RNNCell", input);
        var isBatched = input.Rank == 2;
        var rows = isBatched ? input : input.Unsqueeze(0);
        var hidden = hx is null ? Zeros(rows) : isBatched ? hx : hx.Unsqueeze(0);
        hidden = Nonlinearity == "tanh"
            ? Tensor.RnnTanhCell(rows, hidden, WeightIh, WeightHh, BiasIh, BiasHh)
            : Tensor.RnnReluCell(rows, hidden, WeightIh, WeightHh, BiasIh, BiasHh);
        return isBatched ? hidden : hidden.Squeeze(0);
    }

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"{InputSize}, {HiddenSize}{(BiasIh is null ? ", bias=False" : "")}{(Nonlinearity == "tanh" ? "" : $", nonlinearity={Nonlinearity}")}";

    private Tensor<T> Zeros(Tensor<T> rows) => rows.NewZeros(rows.Shape[0], HiddenSize);
}

/// <summary>One step of a simple recurrent network of float (PyTorch's <c>nn.RNNCell</c>).</summary>
/// <inheritdoc cref="RnnCell{T}"/>
public class RnnCell(int inputSize, int hiddenSize, bool bias = true, string nonlinearity = "tanh") : RnnCell<float>(inputSize, hiddenSize, bias, nonlinearity);
