using System.Numerics;

namespace DslTensors;

/// <summary>Surrounds images with the elements of their other ends (PyTorch's <c>nn.CircularPad2d</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="padding">One width for all sides, or one each for left, right, top and bottom; negative ones cut off.</param>
[Module]
public partial class CircularPad2d<T>(PerDimension padding)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The width of each side: left, right, top and bottom.</summary>
    public IReadOnlyList<int> Padding { get; } = padding.For(4, "padding", []);

    /// <summary>Pads the input.</summary>
    [return: Shape("b c i j")]
    public Tensor<T> Forward([Shape("b c h w")] Tensor<T> input) => input.Pad([.. Padding], PadMode.Circular);

    /// <inheritdoc/>
    protected override string ExtraRepr() => PythonText.Tuple(Padding);
}

/// <summary>
/// Surrounds images with the elements of their other ends, for float tensors (PyTorch's <c>nn.CircularPad2d</c>).
/// </summary>
/// <param name="padding">One width for all sides, or one each for left, right, top and bottom; negative ones cut off.</param>
public class CircularPad2d(PerDimension padding) : CircularPad2d<float>(padding);
