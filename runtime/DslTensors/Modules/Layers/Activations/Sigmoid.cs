using System.Numerics;

namespace DslTensors;

/// <summary>The logistic function of each element (PyTorch's <c>nn.Sigmoid</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
[Module]
public partial class Sigmoid<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Applies it to each element.</summary>
    [return: Shape("s...")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input) => input.Sigmoid();
}

/// <summary>The logistic function of each element, for float tensors (PyTorch's <c>nn.Sigmoid</c>).</summary>
public class Sigmoid : Sigmoid<float>;
