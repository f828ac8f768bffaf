using System.Numerics;

namespace DslTensors;

/// <summary>Each element times its sigmoid (PyTorch's <c>nn.SiLU</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="inplace">Whether the result is written over the input.</param>
[Module]
public partial class Silu<T>(bool inplace = false)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Whether the result is written over the input.</summary>
    public bool Inplace { get; } = inplace;

    /// <summary>Applies it to each element.</summary>
    [return: Shape("s...")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input) => Inplace ? input.SiluInPlace() : input.Silu();

    /// <inheritdoc/>
    protected override string ExtraRepr() => Inplace ? "inplace=True" : "";
}

/// <summary>Each element times its sigmoid, for float tensors (PyTorch's <c>nn.SiLU</c>).</summary>
/// <param name="inplace">Whether the result is written over the input.</param>
public class Silu(bool inplace = false) : Silu<float>(inplace);
