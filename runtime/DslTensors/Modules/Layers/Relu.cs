using System.Numerics;

namespace DslTensors;

/// <summary>Each element if it is positive, otherwise 0 (PyTorch's <c>nn.ReLU</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
[Module]
public partial class Relu<T>
    where T : unmanaged, INumber<T>
{
    /// <summary>Keeps what is positive.</summary>
    [return: Shape("s...")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input) => input.Relu();
}

/// <summary>Each element of a float tensor if it is positive, otherwise 0 (PyTorch's <c>nn.ReLU</c>).</summary>
public class Relu : Relu<float>;
