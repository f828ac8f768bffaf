using System.Numerics;

namespace DslTensors;

/// <summary>Each element times the chance that a standard normal number is below it (PyTorch's <c>nn.GELU</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="approximate">"none" for the error function, "tanh" for an approximation by the hyperbolic tangent.</param>
[Module]
public partial class Gelu<T>(string approximate = "none")
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>"none" for the error function, "tanh" for an approximation by the hyperbolic tangent.</summary>
    public string Approximate { get; } = approximate;

    /// <summary>Applies it to each element.</summary>
    [return: Shape("s...")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input) => input.Gelu(Approximate);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"approximate='{Approximate}'";
}

/// <summary>Each element times the chance that a standard normal number is below it, for float tensors (PyTorch's <c>nn.GELU</c>).</summary>
/// <param name="approximate">"none" for the error function, "tanh" for an approximation by the hyperbolic tangent.</param>
public class Gelu(string approximate = "none") : Gelu<float>(approximate);
