using System.Numerics;

namespace DslTensors;

/// <summary>Each element divided by 1 more than its magnitude (PyTorch's <c>nn.Softsign</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
[Module]
public partial class Softsign<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Applies it to each element.</summary>
    [return: Shape("s...")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input) => input.Softsign();
}

/// <summary>Each element divided by 1 more than its magnitude, for float tensors (PyTorch's <c>nn.Softsign</c>).</summary>
public class Softsign : Softsign<float>;
