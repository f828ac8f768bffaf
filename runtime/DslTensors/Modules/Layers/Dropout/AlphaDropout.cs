using System.Numerics;
using DslTensors.Operators;

namespace DslTensors;

/// <summary>
/// Sets elements to the least value of SELU at random while training, and keeps mean 0 and variance 1 (PyTorch's <c>nn.AlphaDropout</c>).
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="p">The probability of being dropped.</param>
/// <param name="inplace">Printed only: as in PyTorch the input is kept.</param>
/// <exception cref="TensorException"><paramref name="p"/> is not within 0 and 1.</exception>
[Module]
public partial class AlphaDropout<T>(double p = 0.5, bool inplace = false)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The probability of being dropped.</summary>
    public double P { get; } = DropoutMask.Checked(p);

    /// <summary>Printed only: as in PyTorch the input is kept.</summary>
    public bool Inplace { get; } = inplace;

    /// <summary>Drops elements in training mode; otherwise returns the input itself.</summary>
    [return: Shape("s...")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input) => input.AlphaDropout(P, Training);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"p={PythonText.Of(P)}, inplace={Inplace}";
}

/// <summary>
/// Sets elements to the least value of SELU at random while training, and keeps mean 0 and variance 1, for float tensors (PyTorch's
/// <c>nn.AlphaDropout</c>).
/// </summary>
/// <param name="p">The probability of being dropped.</param>
/// <param name="inplace">Printed only: as in PyTorch the input is kept.</param>
/// <exception cref="TensorException"><paramref name="p"/> is not within 0 and 1.</exception>
public class AlphaDropout(double p = 0.5, bool inplace = false) : AlphaDropout<float>(p, inplace);
