using System.Numerics;

namespace DslTensors;

/// <summary>Surrounds sequences with the elements of their other ends (PyTorch's <c>nn.CircularPad1d</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="padding">One width for all sides, or one each for left and right; negative ones cut off.</param>
[Module]
public partial class CircularPad1d<T>(PerDimension padding)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The width of each side: left and right.</summary>
    public IReadOnlyList<int> Padding { get; } = padding.For(2, "padding", []);

    /// <summary>Pads the input.</summary>
    [return: Shape("b c m")]
    public Tensor<T> Forward([Shape("b c l")] Tensor<T> input) => input.Pad([.. Padding], PadMode.Circular);

    /// <inheritdoc/>
    protected override string ExtraRepr() => PythonText.Tuple(Padding);
}

/// <summary>
/// Surrounds sequences with the elements of their other ends, for float tensors (PyTorch's <c>nn.CircularPad1d</c>).
/// </summary>
/// <param name="padding">One width for all sides, or one each for left and right; negative ones cut off.</param>
public class CircularPad1d(PerDimension padding) : CircularPad1d<float>(padding);
