using System.Numerics;

namespace DslTensors;

/// <summary>Each element if it is positive, otherwise the element times a slope (PyTorch's <c>nn.LeakyReLU</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="negativeSlope">The slope.</param>
/// <param name="inplace">Whether the result is written over the input.</param>
[Module]
public partial class LeakyRelu<T>(double negativeSlope = 0.01, bool inplace = false)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The slope.</summary>
    public double NegativeSlope { get; } = negativeSlope;

    /// <summary>Whether the result is written over the input.</summary>
    public bool Inplace { get; } = inplace;

    /// <summary>Applies it to each element.</summary>
    [return: Shape("s...")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input) => Inplace ? input.LeakyReluInPlace(NegativeSlope) : input.LeakyRelu(NegativeSlope);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"negative_slope={PythonText.Of(NegativeSlope)}{(Inplace ? ", inplace=True" : "")}";
}

/// <summary>Each element if it is positive, otherwise the element times a slope, for float tensors (PyTorch's <c>nn.LeakyReLU</c>).</summary>
/// <param name="negativeSlope">The slope.</param>
/// <param name="inplace">Whether the result is written over the input.</param>
public class LeakyRelu(double negativeSlope = 0.01, bool inplace = false) : LeakyRelu<float>(negativeSlope, inplace);
