namespace DslTensors.Operators;

/// <summary>The tensor with a border of one number (PyTorch's <c>nn.functional.pad</c>); negative widths cut off.</summary>
/// <param name="input">The tensor.</param>
/// <param name="pad">Widths before and after the last dimension, then the one before it, and so on.</param>
/// <param name="value">The number.</param>
/// <returns>The padded tensor.</returns>
/// <exception cref="ShapeException">There is an odd number of widths, or more pairs than dimensions.</exception>
[TensorOp("s... -> padded...")]
public static partial class Pad
{
    private static Tensor<T> Compose<T>(Tensor<T> input, int[] pad, Scalar? value = null)
        where T : unmanaged
    {
        if (pad.Length % 2 != 0)
            throw new ShapeException($"Padding length must be divisible by 2: {Shape.Format(pad)}. Give a width before and one after each dimension.");
        if (pad.Length > 2 * input.Rank)
            throw new ShapeException($"Padding length should be less than or equal to two times the input dimension but got padding length {pad.Length} and input of dimension {input.Rank}.");
        var result = input;
        for (var i = 0; i < pad.Length / 2; i++)
        {
            var dim = input.Rank - 1 - i;
            var (before, after) = (pad[2 * i], pad[(2 * i) + 1]);
            var (cutBefore, cutAfter) = (Math.Max(0, -before), Math.Max(0, -after));
            if (cutBefore + cutAfter > 0)
                result = result.Narrow(dim, cutBefore, result.Shape[dim] - cutBefore - cutAfter);
            if (before > 0 || after > 0)
                result = Cat.Apply<T>([Border(result, dim, before, value), result, Border(result, dim, after, value)], dim, null);
        }

        return result;
    }

    private static Tensor<T> Border<T>(Tensor<T> input, int dim, int width, Scalar? value)
        where T : unmanaged
    {
        var sizes = input.Shape.ToArray();
        sizes[dim] = Math.Max(0, width);
        return Tensor.Full<T>(sizes, value ?? 0);
    }
}
