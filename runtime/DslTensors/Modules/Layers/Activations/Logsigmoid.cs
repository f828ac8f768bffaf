using System.Numerics;

namespace DslTensors;

/// <summary>The logarithm of the logistic function of each element (PyTorch's <c>nn.LogSigmoid</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
[Module]
public partial class Logsigmoid<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Applies it to each element.</summary>
    [return: Shape("s...")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input) => input.Logsigmoid();
}

/// <summary>The logarithm of the logistic function of each element, for float tensors (PyTorch's <c>nn.LogSigmoid</c>).</summary>
public class Logsigmoid : Logsigmoid<float>;
