using System.Numerics;

namespace DslTensors;

/// <summary>Each element limited to 0 and 6 (PyTorch's <c>nn.ReLU6</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="inplace">Whether the result is written over the input.</param>
[Module]
public partial class Relu6<T>(bool inplace = false)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Whether the result is written over the input.</summary>
    public bool Inplace { get; } = inplace;

    /// <summary>Limits each element.</summary>
    [return: Shape("s...")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input) => Inplace ? input.Relu6InPlace() : input.Relu6();

    /// <inheritdoc/>
    protected override string ExtraRepr() => Inplace ? "inplace=True" : "";
}

/// <summary>Each element limited to 0 and 6, for float tensors (PyTorch's <c>nn.ReLU6</c>).</summary>
/// <param name="inplace">Whether the result is written over the input.</param>
public class Relu6(bool inplace = false) : Relu6<float>(inplace);
