using System.Numerics;

namespace DslTensors;

/// <summary>Surrounds sequences with their mirror images, the outermost elements not repeated (PyTorch's <c>nn.ReflectionPad1d</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="padding">One width for all sides, or one each for left and right; negative ones cut off.</param>
[Module]
public partial class ReflectionPad1d<T>(PerDimension padding)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The width of each side: left and right.</summary>
    public IReadOnlyList<int> Padding { get; } = padding.For(2, "padding", []);

    /// <summary>Pads the input.</summary>
    [return: Shape("b? c m")]
    public Tensor<T> Forward([Shape("b? c l")] Tensor<T> input) => input.Pad([.. Padding], PadMode.Reflect);

    /// <inheritdoc/>
    protected override string ExtraRepr() => PythonText.Tuple(Padding);
}

/// <summary>
/// Surrounds sequences with their mirror images, the outermost elements not repeated, for float tensors (PyTorch's <c>nn.ReflectionPad1d</c>).
/// </summary>
/// <param name="padding">One width for all sides, or one each for left and right; negative ones cut off.</param>
public class ReflectionPad1d(PerDimension padding) : ReflectionPad1d<float>(padding);
