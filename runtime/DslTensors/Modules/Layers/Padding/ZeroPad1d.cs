using System.Numerics;

namespace DslTensors;

/// <summary>Surrounds sequences with zeros (PyTorch's <c>nn.ZeroPad1d</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="padding">One width for all sides, or one each for left and right; negative ones cut off.</param>
[Module]
public partial class ZeroPad1d<T>(PerDimension padding)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The width of each side: left and right.</summary>
    public IReadOnlyList<int> Padding { get; } = padding.For(2, "padding", []);

    /// <summary>Pads the input.</summary>
    [return: Shape("t...")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input) => input.Pad([.. Padding]);

    /// <inheritdoc/>
    protected override string ExtraRepr() => PythonText.Tuple(Padding);
}

/// <summary>
/// Surrounds sequences with zeros, for float tensors (PyTorch's <c>nn.ZeroPad1d</c>).
/// </summary>
/// <param name="padding">One width for all sides, or one each for left and right; negative ones cut off.</param>
public class ZeroPad1d(PerDimension padding) : ZeroPad1d<float>(padding);
