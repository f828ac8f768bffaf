using System.Numerics;

namespace DslTensors;

/// <summary>Each element times the hyperbolic tangent of its softplus (PyTorch's <c>nn.Mish</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="inplace">Whether the result is written over the input.</param>
[Module]
public partial class Mish<T>(bool inplace = false)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Whether the result is written over the input.</summary>
    public bool Inplace { get; } = inplace;

    /// <summary>Applies it to each element.</summary>
    [return: Shape("s...")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input) => Inplace ? input.MishInPlace() : input.Mish();

    /// <inheritdoc/>
    protected override string ExtraRepr() => Inplace ? "inplace=True" : "";
}

/// <summary>Each element times the hyperbolic tangent of its softplus, for float tensors (PyTorch's <c>nn.Mish</c>).</summary>
/// <param name="inplace">Whether the result is written over the input.</param>
public class Mish(bool inplace = false) : Mish<float>(inplace);
