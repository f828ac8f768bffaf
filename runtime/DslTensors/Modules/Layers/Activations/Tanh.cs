using System.Numerics;

namespace DslTensors;

/// <summary>The hyperbolic tangent of each element (PyTorch's <c>nn.Tanh</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
[Module]
public partial class Tanh<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Applies it to each element.</summary>
    [return: Shape("s...")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input) => input.Tanh();
}

/// <summary>The hyperbolic tangent of each element, for float tensors (PyTorch's <c>nn.Tanh</c>).</summary>
public class Tanh : Tanh<float>;
