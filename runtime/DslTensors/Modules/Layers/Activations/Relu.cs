using System.Numerics;

namespace DslTensors;

/// <summary>Each element if it is positive, otherwise 0 (PyTorch's <c>nn.ReLU</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="inplace">Whether the result is written over the input.</param>
[Module]
public partial class Relu<T>(bool inplace = false)
    where T : unmanaged, INumber<T>
{
    /// <summary>Whether the result is written over the input.</summary>
    public bool Inplace { get; } = inplace;

    /// <summary>Keeps what is positive.</summary>
    [return: Shape("s...")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input) => Inplace ? input.ReluInPlace() : input.Relu();

    /// <inheritdoc/>
    protected override string ExtraRepr() => Inplace ? "inplace=True" : "";
}

/// <summary>Each element if it is positive, otherwise 0, for float tensors (PyTorch's <c>nn.ReLU</c>).</summary>
/// <param name="inplace">Whether the result is written over the input.</param>
public class Relu(bool inplace = false) : Relu<float>(inplace);
