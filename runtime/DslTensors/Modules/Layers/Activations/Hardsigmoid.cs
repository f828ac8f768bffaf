using System.Numerics;

namespace DslTensors;

/// <summary>A piecewise linear sigmoid of each element (PyTorch's <c>nn.Hardsigmoid</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="inplace">Whether the result is written over the input.</param>
[Module]
public partial class Hardsigmoid<T>(bool inplace = false)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Whether the result is written over the input.</summary>
    public bool Inplace { get; } = inplace;

    /// <summary>Applies it to each element.</summary>
    [return: Shape("s...")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input) => Inplace ? input.HardsigmoidInPlace() : input.Hardsigmoid();
}

/// <summary>A piecewise linear sigmoid of each element, for float tensors (PyTorch's <c>nn.Hardsigmoid</c>).</summary>
/// <param name="inplace">Whether the result is written over the input.</param>
public class Hardsigmoid(bool inplace = false) : Hardsigmoid<float>(inplace);
