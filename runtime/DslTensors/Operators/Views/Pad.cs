namespace DslTensors.Operators;

/// <summary>The tensor with a border (PyTorch's <c>nn.functional.pad</c>); negative widths cut off.</summary>
/// <param name="input">The tensor.</param>
/// <param name="pad">Widths before and after the last dimension, then the one before it, and so on.</param>
/// <param name="mode">What the border consists of. All but a constant leave the first one or two dimensions, of batches and channels, as they are.</param>
/// <param name="value">The number of a constant border; by default 0.</param>
/// <returns>The padded tensor.</returns>
/// <exception cref="ShapeException">There is an odd number of widths, there are more pairs than dimensions, or a border has no elements to come from.</exception>
[TensorOp("s... -> pad(s, pad, mode)")]
public static partial class Pad
{
    private static Tensor<T> Compose<T>(Tensor<T> input, int[] pad, PadMode mode = PadMode.Constant, Scalar? value = null)
        where T : unmanaged
    {
        if (pad.Length % 2 != 0)
            throw new ShapeException($"Padding length must be divisible by 2: {Shape.Format(pad)}. Give a width before and one after each dimension.");
        if (pad.Length > 2 * input.Rank)
            throw new ShapeException($"Padding length should be less than or equal to two times the input dimension but got padding length {pad.Length} and input of dimension {input.Rank}.");
        if (mode != PadMode.Constant)
            PaddedPlaces.Check(input.Layout, pad, mode, value);
        var result = input;
        for (var i = 0; i < pad.Length / 2; i++)
        {
            var (dim, before, after) = (input.Rank - 1 - i, pad[2 * i], pad[(2 * i) + 1]);
            if (mode == PadMode.Constant)
                result = Bordered(result, dim, before, after, value);
            else if (before != 0 || after != 0)
                result = AdvancedIndex.Apply(result, PaddedPlaces.Of(mode, input.Shape[dim], before, after).To(input.Device), Widened(result, dim, before + after), dim, null);
        }

        return ReferenceEquals(result, input) ? input.Clone() : result;
    }

    private static Tensor<T> Bordered<T>(Tensor<T> input, int dim, int before, int after, Scalar? value)
        where T : unmanaged
    {
        var (cutBefore, cutAfter) = (Math.Max(0, -before), Math.Max(0, -after));
        if (cutBefore + cutAfter > 0)
            input = input.Narrow(dim, cutBefore, input.Shape[dim] - cutBefore - cutAfter);
        return before <= 0 && after <= 0 ? input : Cat.Apply<T>([Border(input, dim, before, value), input, Border(input, dim, after, value)], dim, null);
    }

    private static Tensor<T> Border<T>(Tensor<T> input, int dim, int width, Scalar? value)
        where T : unmanaged
    {
        var sizes = input.Shape.ToArray();
        sizes[dim] = Math.Max(0, width);
        return FilledTensor.Of<T>(sizes, value ?? 0, input.Device);
    }

    private static int[] Widened(Tensor input, int dim, int width)
    {
        var sizes = input.Shape.ToArray();
        sizes[dim] += width;
        return sizes;
    }
}
