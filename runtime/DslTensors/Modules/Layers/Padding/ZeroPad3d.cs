using System.Numerics;

namespace DslTensors;

/// <summary>Surrounds volumes with zeros (PyTorch's <c>nn.ZeroPad3d</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="padding">One width for all sides, or one each for left, right, top, bottom, front and back; negative ones cut off.</param>
[Module]
public partial class ZeroPad3d<T>(PerDimension padding)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The width of each side: left, right, top, bottom, front and back.</summary>
    public IReadOnlyList<int> Padding { get; } = padding.For(6, "padding", []);

    /// <summary>Pads the input.</summary>
    [return: Shape("t...")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input) => input.Pad([.. Padding]);

    /// <inheritdoc/>
    protected override string ExtraRepr() => PythonText.Tuple(Padding);
}

/// <summary>
/// Surrounds volumes with zeros, for float tensors (PyTorch's <c>nn.ZeroPad3d</c>).
/// </summary>
/// <param name="padding">One width for all sides, or one each for left, right, top, bottom, front and back; negative ones cut off.</param>
public class ZeroPad3d(PerDimension padding) : ZeroPad3d<float>(padding);
