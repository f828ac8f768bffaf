using System.Numerics;

namespace DslTensors;

/// <summary>Surrounds the last dimension with a number (PyTorch's <c>nn.ConstantPad1d</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="padding">One width for all sides, or one each for left and right; negative ones cut off.</param>
/// <param name="value">The number.</param>
[Module]
public partial class ConstantPad1d<T>(PerDimension padding, double value)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The width of each side: left and right.</summary>
    public IReadOnlyList<int> Padding { get; } = padding.For(2, "padding", []);

    /// <summary>The number.</summary>
    public double Value { get; } = value;

    /// <summary>Pads the input.</summary>
    [return: Shape("t...")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input) => input.Pad([.. Padding], PadMode.Constant, Value);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"padding={PythonText.Tuple(Padding)}, value={PythonText.Of(Value)}";
}

/// <summary>Surrounds the last dimension with a number, for float tensors (PyTorch's <c>nn.ConstantPad1d</c>).</summary>
/// <param name="padding">One width for all sides, or one each for left and right; negative ones cut off.</param>
/// <param name="value">The number.</param>
public class ConstantPad1d(PerDimension padding, double value) : ConstantPad1d<float>(padding, value);
