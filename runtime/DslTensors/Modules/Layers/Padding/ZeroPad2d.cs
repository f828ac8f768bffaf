using System.Numerics;

namespace DslTensors;

/// <summary>Surrounds images with zeros (PyTorch's <c>nn.ZeroPad2d</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="padding">One width for all sides, or one each for left, right, top and bottom; negative ones cut off.</param>
[Module]
public partial class ZeroPad2d<T>(PerDimension padding)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The width of each side: left, right, top and bottom.</summary>
    public IReadOnlyList<int> Padding { get; } = padding.For(4, "padding", []);

    /// <summary>Pads the input.</summary>
    [return: Shape("t...")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input) => input.Pad([.. Padding]);

    /// <inheritdoc/>
    protected override string ExtraRepr() => PythonText.Tuple(Padding);
}

/// <summary>Surrounds images with zeros, for float tensors (PyTorch's <c>nn.ZeroPad2d</c>).</summary>
/// <param name="padding">One width for all sides, or one each for left, right, top and bottom; negative ones cut off.</param>
public class ZeroPad2d(PerDimension padding) : ZeroPad2d<float>(padding);
