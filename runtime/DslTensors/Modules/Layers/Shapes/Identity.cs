namespace DslTensors;

/// <summary>Returns its input (PyTorch's <c>nn.Identity</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
[Module]
public partial class Identity<T>
    where T : unmanaged
{
    /// <summary>The input itself.</summary>
    [return: Shape("s...")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input) => input;
}

/// <summary>Returns its input, for float tensors (PyTorch's <c>nn.Identity</c>).</summary>
public class Identity : Identity<float>;
