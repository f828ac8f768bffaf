using System.Numerics;

namespace DslTensors;

/// <summary>Surrounds volumes with the elements of their other ends (PyTorch's <c>nn.CircularPad3d</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="padding">One width for all sides, or one each for left, right, top, bottom, front and back; negative ones cut off.</param>
[Module]
public partial class CircularPad3d<T>(PerDimension padding)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The width of each side: left, right, top, bottom, front and back.</summary>
    public IReadOnlyList<int> Padding { get; } = padding.For(6, "padding", []);

    /// <summary>Pads the input.</summary>
    [return: Shape("b c i j k")]
    public Tensor<T> Forward([Shape("b c d h w")] Tensor<T> input) => input.Pad([.. Padding], PadMode.Circular);

    /// <inheritdoc/>
    protected override string ExtraRepr() => PythonText.Tuple(Padding);
}

/// <summary>
/// Surrounds volumes with the elements of their other ends, for float tensors (PyTorch's <c>nn.CircularPad3d</c>).
/// </summary>
/// <param name="padding">One width for all sides, or one each for left, right, top, bottom, front and back; negative ones cut off.</param>
public class CircularPad3d(PerDimension padding) : CircularPad3d<float>(padding);
