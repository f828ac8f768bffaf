using System.Numerics;

namespace DslTensors;

/// <summary>Each element, or 0 if it is close to 0 (PyTorch's <c>nn.Hardshrink</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="lambd">How close.</param>
[Module]
public partial class Hardshrink<T>(double lambd = 0.5)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>How close.</summary>
    public double Lambd { get; } = lambd;

    /// <summary>Applies it to each element.</summary>
    [return: Shape("s...")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input) => input.Hardshrink(Lambd);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"{PythonText.Of(Lambd)}";
}

/// <summary>Each element, or 0 if it is close to 0, for float tensors (PyTorch's <c>nn.Hardshrink</c>).</summary>
/// <param name="lambd">How close.</param>
public class Hardshrink(double lambd = 0.5) : Hardshrink<float>(lambd);
