using System.Numerics;

namespace DslTensors;

/// <summary>The scaled exponential linear unit of each element (PyTorch's <c>nn.SELU</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="inplace">Whether the result is written over the input.</param>
[Module]
public partial class Selu<T>(bool inplace = false)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Whether the result is written over the input.</summary>
    public bool Inplace { get; } = inplace;

    /// <summary>Applies it to each element.</summary>
    [return: Shape("s...")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input) => Inplace ? input.SeluInPlace() : input.Selu();

    /// <inheritdoc/>
    protected override string ExtraRepr() => Inplace ? "inplace=True" : "";
}

/// <summary>The scaled exponential linear unit of each element, for float tensors (PyTorch's <c>nn.SELU</c>).</summary>
/// <param name="inplace">Whether the result is written over the input.</param>
public class Selu(bool inplace = false) : Selu<float>(inplace);
