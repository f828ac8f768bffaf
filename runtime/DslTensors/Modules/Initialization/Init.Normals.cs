using System.Numerics;
using DslTensors.Cpu;
using DslTensors.Lanes;

namespace DslTensors;

public static partial class Init
{
    /// <summary>
    /// Glorot's normal initialisation (PyTorch's <c>xavier_normal_</c>): standard deviation gain · sqrt(2 / (fan in + fan out)).
    /// </summary>
    /// <exception cref="ShapeException">There are fewer than two dimensions.</exception>
    public static Tensor<float> XavierNormal(params ReadOnlySpan<int> sizes) => XavierNormal<float>(sizes);

    /// <inheritdoc cref="XavierNormal(ReadOnlySpan{int})"/>
    public static Tensor<T> XavierNormal<T>(params ReadOnlySpan<int> sizes)
        where T : unmanaged, IFloatingPointIeee754<T> => XavierNormal<T>(sizes, 1);

    /// <inheritdoc cref="XavierNormal(ReadOnlySpan{int})"/>
    /// <param name="sizes">The sizes: outputs, inputs, and for convolutions the kernel.</param>
    /// <param name="gain">A factor for the nonlinearity that follows.</param>
    public static Tensor<T> XavierNormal<T>(ReadOnlySpan<int> sizes, double gain)
        where T : unmanaged, IFloatingPointIeee754<T> => Normal<T>(0, XavierDeviation(sizes, gain), sizes);

    /// <inheritdoc cref="XavierNormal(ReadOnlySpan{int})"/>
    /// <returns>The tensor itself.</returns>
    public static Tensor<T> XavierNormalInPlace<T>(Tensor<T> tensor, double gain = 1)
        where T : unmanaged, IFloatingPointIeee754<T> => NormalInPlace(tensor, 0, XavierDeviation(tensor.Layout.Sizes, gain));

    /// <summary>He's normal initialisation (PyTorch's <c>kaiming_normal_</c>) for a ReLU: standard deviation sqrt(2 / fan in).</summary>
    /// <exception cref="ShapeException">There are fewer than two dimensions.</exception>
    public static Tensor<float> KaimingNormal(params ReadOnlySpan<int> sizes) => KaimingNormal<float>(sizes);

    /// <inheritdoc cref="KaimingNormal(ReadOnlySpan{int})"/>
    public static Tensor<T> KaimingNormal<T>(params ReadOnlySpan<int> sizes)
        where T : unmanaged, IFloatingPointIeee754<T> => KaimingNormal<T>(sizes, 0);

    /// <summary>He's normal initialisation (PyTorch's <c>kaiming_normal_</c>): standard deviation gain / sqrt(fan).</summary>
    /// <param name="sizes">The sizes: outputs, inputs, and for convolutions the kernel.</param>
    /// <param name="a">The negative slope of the leaky ReLU that follows; 0 for ReLU.</param>
    /// <param name="mode">The side that keeps its variance.</param>
    /// <param name="nonlinearity">What follows the layer.</param>
    /// <exception cref="ShapeException">There are fewer than two dimensions.</exception>
    public static Tensor<T> KaimingNormal<T>(ReadOnlySpan<int> sizes, double a, FanMode mode = FanMode.FanIn, Nonlinearity nonlinearity = Nonlinearity.LeakyRelu)
        where T : unmanaged, IFloatingPointIeee754<T> => sizes.Contains(0) ? Zeros<T>(sizes) : Normal<T>(0, KaimingDeviation(sizes, a, mode, nonlinearity), sizes);

    /// <inheritdoc cref="KaimingNormal{T}(ReadOnlySpan{int}, double, FanMode, Nonlinearity)"/>
    /// <param name="tensor">The tensor to overwrite.</param>
    /// <param name="a">The negative slope of the leaky ReLU that follows; 0 for ReLU.</param>
    /// <param name="mode">The side that keeps its variance.</param>
    /// <param name="nonlinearity">What follows the layer.</param>
    /// <returns>The tensor itself.</returns>
    public static Tensor<T> KaimingNormalInPlace<T>(Tensor<T> tensor, double a = 0, FanMode mode = FanMode.FanIn, Nonlinearity nonlinearity = Nonlinearity.LeakyRelu)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        tensor.Count == 0 ? tensor : NormalInPlace(tensor, 0, KaimingDeviation(tensor.Layout.Sizes, a, mode, nonlinearity));

    /// <summary>
    /// Normally distributed, with values outside [<paramref name="a"/>, <paramref name="b"/>] drawn anew (PyTorch's <c>trunc_normal_</c>):
    /// evenly distributed probabilities are taken through the inverse of the normal distribution.
    /// </summary>
    public static Tensor<float> TruncNormal(ReadOnlySpan<int> sizes, double mean = 0, double std = 1, double a = -2, double b = 2) => TruncNormal<float>(sizes, mean, std, a, b);

    /// <inheritdoc cref="TruncNormal(ReadOnlySpan{int}, double, double, double, double)"/>
    public static Tensor<T> TruncNormal<T>(ReadOnlySpan<int> sizes, double mean = 0, double std = 1, double a = -2, double b = 2)
        where T : unmanaged, IFloatingPointIeee754<T> => Create<T>(sizes, values => FillTruncated(values, mean, std, a, b));

    /// <inheritdoc cref="TruncNormal(ReadOnlySpan{int}, double, double, double, double)"/>
    /// <returns>The tensor itself.</returns>
    public static Tensor<T> TruncNormalInPlace<T>(Tensor<T> tensor, double mean = 0, double std = 1, double a = -2, double b = 2)
        where T : unmanaged, IFloatingPointIeee754<T> => Overwrite(tensor, "trunc_normal_", values => FillTruncated(values, mean, std, a, b));

    private static double XavierDeviation(ReadOnlySpan<int> sizes, double gain)
    {
        var (fanIn, fanOut) = Fans(sizes);
        return gain * Math.Sqrt(2.0 / (fanIn + fanOut));
    }

    private static double KaimingDeviation(ReadOnlySpan<int> sizes, double a, FanMode mode, Nonlinearity nonlinearity)
    {
        var (fanIn, fanOut) = Fans(sizes);
        return CalculateGain(nonlinearity, a) / Math.Sqrt(mode == FanMode.FanIn ? fanIn : fanOut);
    }

    private static void FillTruncated<T>(Span<T> values, double mean, double std, double a, double b)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (low, high) = (Probability((a - mean) / std), Probability((b - mean) / std));
        RandomSource.Default.FillUniform(values, (2 * low) - 1, (2 * high) - 1);
        var (scale, shift) = (T.CreateTruncating(std * Math.Sqrt(2)), T.CreateTruncating(mean));
        var (min, max) = (T.CreateTruncating(a), T.CreateTruncating(b));

        // Rounded after each step, as the operators that PyTorch composes it of.
        foreach (ref var value in values)
            value = T.Min(T.Max((T.CreateTruncating(ErrorFunctions.InverseErf(double.CreateTruncating(value))) * scale) + shift, min), max);
    }

    private static double Probability(double x) => (1 + ScalarMath.Erf(x / Math.Sqrt(2))) / 2;
}
