using System.Numerics;

namespace DslTensors;

/// <summary>Each element times a piecewise linear sigmoid (PyTorch's <c>nn.Hardswish</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="inplace">Whether the result is written over the input.</param>
[Module]
public partial class Hardswish<T>(bool inplace = false)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Whether the result is written over the input.</summary>
    public bool Inplace { get; } = inplace;

    /// <summary>Applies it to each element.</summary>
    [return: Shape("s...")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input) => Inplace ? input.HardswishInPlace() : input.Hardswish();
}

/// <summary>Each element times a piecewise linear sigmoid, for float tensors (PyTorch's <c>nn.Hardswish</c>).</summary>
/// <param name="inplace">Whether the result is written over the input.</param>
public class Hardswish(bool inplace = false) : Hardswish<float>(inplace);
