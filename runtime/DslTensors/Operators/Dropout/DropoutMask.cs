using System.Numerics;

namespace DslTensors.Operators;

/// <summary>What the forms of dropout share: which elements are kept, drawn in PyTorch's order, which is that of the indices whatever the strides are.</summary>
internal static class DropoutMask
{
    // The least value of SELU with its sign turned: what alpha dropout sets elements to before it restores mean and variance.
    private const double SeluFloor = 1.7580993408473766;

    /// <summary>The probability, if it is one.</summary>
    /// <exception cref="TensorException"><paramref name="p"/> is not within 0 and 1.</exception>
    public static double Checked(double p)
    {
        Check(p);
        return p;
    }

    /// <exception cref="TensorException"><paramref name="p"/> is not within 0 and 1.</exception>
    public static void Check(double p)
    {
        if (!(p >= 0 && p <= 1))
            throw new TensorException(FormattableString.Invariant($"dropout probability has to be between 0 and 1, but got {p}. It is the share of elements to zero."));
    }

    /// <summary>Elements of the input, or whole channels of it, zeroed with probability <paramref name="p"/> and the others divided by 1 - p.</summary>
    public static Tensor<T> Drop<T>(Tensor<T> input, double p, bool training, bool channels = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Check(p);
        if (p == 0 || !training || input.Count == 0)
            return input;
        return input * (p == 1 ? Tensor.Zeros<T>() : Drawn(input, p, channels, isScaled: true));
    }

    /// <summary>
    /// Elements of the input, or whole channels of it, set to the least value of SELU with probability <paramref name="p"/>, and the result scaled and
    /// shifted to the mean and variance that it had.
    /// </summary>
    public static Tensor<T> DropToFloor<T>(Tensor<T> input, double p, bool training, bool channels = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Check(p);
        if (p == 0 || !training || input.Count == 0)
            return input;
        if (p == 1)
            return input * Tensor.Zeros<T>();
        var scale = 1 / Math.Sqrt(((SeluFloor * SeluFloor * p) + 1) * (1 - p));
        var kept = Drawn(input, p, channels, isScaled: false);
        return (input * (kept * scale)) + (((kept - 1) * (SeluFloor * scale)) + (SeluFloor * scale * p));
    }

    // 0 with probability p, otherwise 1 or, scaled, 1 / (1 - p).
    private static Tensor<T> Drawn<T>(Tensor<T> input, double p, bool channels, bool isScaled)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var sizes = channels ? ChannelSizes(input) : input.Layout.Sizes;
        if (DeviceRandom.Like(input, sizes, Distribution.Bernoulli, 1 - p, isScaled ? 1 / (1 - p) : 1) is { } drawn)
            return drawn;
        var mask = Tensor<T>.Allocate(Device.Cpu, StridedLayout.Contiguous(sizes));
        if (isScaled)
            RandomSource.Default.FillDropoutMask(mask.AsView().Span, p);
        else
            RandomSource.Default.FillBernoulli(mask.AsView().Span, 1 - p);
        GC.KeepAlive(mask);
        return mask;
    }

    private static int[] ChannelSizes(Tensor input)
    {
        if (input.Rank < 2)
            throw new ShapeException($"Feature dropout requires at least 2 dimensions in the input. The shape is {input.Shape}; add a batch with Unsqueeze(0).");
        return [input.Shape[0], input.Shape[1], .. Enumerable.Repeat(1, input.Rank - 2)];
    }
}
