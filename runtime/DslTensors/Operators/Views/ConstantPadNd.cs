namespace DslTensors.Operators;

/// <summary>The tensor with a number around it (PyTorch's <c>constant_pad_nd</c>); negative widths cut elements off.</summary>
/// <param name="input">The tensor.</param>
/// <param name="pad">Widths before and after: of the last dimension, then of the one before it, and so on.</param>
/// <param name="value">The number.</param>
/// <returns>The wider tensor.</returns>
/// <exception cref="ShapeException">There are more widths than dimensions have sides, or a size would be negative.</exception>
[TensorOp("s... -> padded...")]
public static partial class ConstantPadNd
{
    private static Tensor<T> Compose<T>(Tensor<T> input, int[] pad, double value = 0)
        where T : unmanaged => input.Pad(pad, PadMode.Constant, value);
}
