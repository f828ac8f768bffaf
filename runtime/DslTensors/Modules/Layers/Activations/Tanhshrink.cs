using System.Numerics;

namespace DslTensors;

/// <summary>Each element less its hyperbolic tangent (PyTorch's <c>nn.Tanhshrink</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
[Module]
public partial class Tanhshrink<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Applies it to each element.</summary>
    [return: Shape("s...")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input) => input.Tanhshrink();
}

/// <summary>Each element less its hyperbolic tangent, for float tensors (PyTorch's <c>nn.Tanhshrink</c>).</summary>
public class Tanhshrink : Tanhshrink<float>;
