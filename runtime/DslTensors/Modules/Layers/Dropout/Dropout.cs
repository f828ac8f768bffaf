using System.Numerics;
using DslTensors.Operators;

namespace DslTensors;

/// <summary>Zeros elements at random while training, and divides the others by 1 - p (PyTorch's <c>nn.Dropout</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="p">The probability of being dropped.</param>
/// <param name="inplace">Whether the result is written over the input.</param>
/// <exception cref="TensorException"><paramref name="p"/> is not within 0 and 1.</exception>
[Module]
public partial class Dropout<T>(double p = 0.5, bool inplace = false)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The probability of being dropped.</summary>
    public double P { get; } = DropoutMask.Checked(p);

    /// <summary>Whether the result is written over the input.</summary>
    public bool Inplace { get; } = inplace;

    /// <summary>Drops elements in training mode; otherwise returns the input itself.</summary>
    [return: Shape("s...")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input) => Inplace ? input.DropoutInPlace(P, Training) : input.Dropout(P, Training);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"p={PythonText.Of(P)}, inplace={Inplace}";
}

/// <summary>Zeros elements at random while training, and divides the others by 1 - p, for float tensors (PyTorch's <c>nn.Dropout</c>).</summary>
/// <param name="p">The probability of being dropped.</param>
/// <param name="inplace">Whether the result is written over the input.</param>
/// <exception cref="TensorException"><paramref name="p"/> is not within 0 and 1.</exception>
public class Dropout(double p = 0.5, bool inplace = false) : Dropout<float>(p, inplace);
