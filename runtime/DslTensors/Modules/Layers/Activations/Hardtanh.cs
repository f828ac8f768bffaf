using System.Numerics;

namespace DslTensors;

/// <summary>Each element limited to a range (PyTorch's <c>nn.Hardtanh</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="minVal">The least result.</param>
/// <param name="maxVal">The greatest result, above the least one.</param>
/// <param name="inplace">Whether the result is written over the input.</param>
/// <exception cref="TensorException"><paramref name="maxVal"/> is not above <paramref name="minVal"/>.</exception>
[Module]
public partial class Hardtanh<T>(double minVal = -1, double maxVal = 1, bool inplace = false)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The least result.</summary>
    public double MinVal { get; } = minVal;

    /// <summary>The greatest result.</summary>
    public double MaxVal { get; } = maxVal > minVal
        ? maxVal
        : throw new TensorException($"Hardtanh: max_val must be greater than min_val, and they are {PythonText.Of(maxVal)} and {PythonText.Of(minVal)}.");

    /// <summary>Whether the result is written over the input.</summary>
    public bool Inplace { get; } = inplace;

    /// <summary>Limits each element.</summary>
    [return: Shape("s...")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input) => Inplace ? input.HardtanhInPlace(MinVal, MaxVal) : input.Hardtanh(MinVal, MaxVal);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"min_val={PythonText.Of(MinVal)}, max_val={PythonText.Of(MaxVal)}{(Inplace ? ", inplace=True" : "")}";
}

/// <summary>Each element limited to a range, for float tensors (PyTorch's <c>nn.Hardtanh</c>).</summary>
/// <param name="minVal">The least result.</param>
/// <param name="maxVal">The greatest result, above the least one.</param>
/// <param name="inplace">Whether the result is written over the input.</param>
/// <exception cref="TensorException"><paramref name="maxVal"/> is not above <paramref name="minVal"/>.</exception>
public class Hardtanh(double minVal = -1, double maxVal = 1, bool inplace = false) : Hardtanh<float>(minVal, maxVal, inplace);
