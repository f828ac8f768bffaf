using System.Numerics;

namespace DslTensors;

/// <summary>
/// Each element if it is positive, otherwise the element times a slope: a random one in training, the middle one otherwise (PyTorch's
/// <c>nn.RReLU</c>).
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="lower">The least slope.</param>
/// <param name="upper">The greatest slope.</param>
/// <param name="inplace">Whether the result is written over the input.</param>
[Module]
public partial class Rrelu<T>(double lower = 1.0 / 8, double upper = 1.0 / 3, bool inplace = false)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The least slope.</summary>
    public double Lower { get; } = lower;

    /// <summary>The greatest slope.</summary>
    public double Upper { get; } = upper;

    /// <summary>Whether the result is written over the input.</summary>
    public bool Inplace { get; } = inplace;

    /// <summary>Draws the slopes in training mode.</summary>
    [return: Shape("s...")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input) => Inplace ? input.RreluInPlace(Lower, Upper, Training) : input.Rrelu(Lower, Upper, Training);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"lower={PythonText.Of(Lower)}, upper={PythonText.Of(Upper)}{(Inplace ? ", inplace=True" : "")}";
}

/// <summary>
/// Each element if it is positive, otherwise the element times a slope: a random one in training, the middle one otherwise, for float tensors
/// (PyTorch's <c>nn.RReLU</c>).
/// </summary>
/// <param name="lower">The least slope.</param>
/// <param name="upper">The greatest slope.</param>
/// <param name="inplace">Whether the result is written over the input.</param>
public class Rrelu(double lower = 1.0 / 8, double upper = 1.0 / 3, bool inplace = false) : Rrelu<float>(lower, upper, inplace);
