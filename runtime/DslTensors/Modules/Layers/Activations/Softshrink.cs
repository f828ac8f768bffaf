using System.Numerics;

namespace DslTensors;

/// <summary>Each element moved towards 0, and 0 if it is close (PyTorch's <c>nn.Softshrink</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="lambd">How far, at least 0.</param>
[Module]
public partial class Softshrink<T>(double lambd = 0.5)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>How far, at least 0.</summary>
    public double Lambd { get; } = lambd;

    /// <summary>Applies it to each element.</summary>
    [return: Shape("s...")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input) => input.Softshrink(Lambd);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"{PythonText.Of(Lambd)}";
}

/// <summary>Each element moved towards 0, and 0 if it is close, for float tensors (PyTorch's <c>nn.Softshrink</c>).</summary>
/// <param name="lambd">How far, at least 0.</param>
public class Softshrink(double lambd = 0.5) : Softshrink<float>(lambd);
