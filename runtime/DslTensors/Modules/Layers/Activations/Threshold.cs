using System.Numerics;

namespace DslTensors;

/// <summary>Each element if it is above a threshold, otherwise a number (PyTorch's <c>nn.Threshold</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="threshold">The threshold.</param>
/// <param name="value">The number.</param>
/// <param name="inplace">Whether the result is written over the input.</param>
[Module]
public partial class Threshold<T>(double threshold, double value, bool inplace = false)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The threshold.</summary>
    public double Level { get; } = threshold;

    /// <summary>The number.</summary>
    public double Value { get; } = value;

    /// <summary>Whether the result is written over the input.</summary>
    public bool Inplace { get; } = inplace;

    /// <summary>Replaces what is not above the threshold.</summary>
    [return: Shape("s...")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input) => Inplace ? input.ThresholdInPlace(Level, Value) : input.Threshold(Level, Value);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"threshold={PythonText.Of(Level)}, value={PythonText.Of(Value)}{(Inplace ? ", inplace=True" : "")}";
}

/// <summary>Each element if it is above a threshold, otherwise a number, for float tensors (PyTorch's <c>nn.Threshold</c>).</summary>
/// <param name="threshold">The threshold.</param>
/// <param name="value">The number.</param>
/// <param name="inplace">Whether the result is written over the input.</param>
public class Threshold(double threshold, double value, bool inplace = false) : Threshold<float>(threshold, value, inplace);
