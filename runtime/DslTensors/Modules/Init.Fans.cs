using System.Numerics;

namespace DslTensors;

/// <summary>Which of a weight's two sides an initialisation keeps at unit variance.</summary>
public enum FanMode
{
    /// <summary>The inputs of one output: variance is kept in the forward pass.</summary>
    FanIn,

    /// <summary>The outputs of one input: variance is kept in the backward pass.</summary>
    FanOut,
}

public static partial class Init
{
    // What PyTorch's layers pass as the slope of a leaky ReLU; it makes the bound 1 / sqrt(fan in).
    private static readonly double s_layerSlope = Math.Sqrt(5);

    /// <summary>
    /// He's uniform initialisation as PyTorch's layers use it for their weights (<c>kaiming_uniform_</c> with <c>a = sqrt(5)</c>): evenly
    /// distributed within 1 / sqrt(fan in).
    /// </summary>
    /// <exception cref="ShapeException">There are fewer than two dimensions.</exception>
    public static Tensor<float> KaimingUniform(params ReadOnlySpan<int> sizes) => KaimingUniform<float>(sizes);

    /// <inheritdoc cref="KaimingUniform(ReadOnlySpan{int})"/>
    public static Tensor<T> KaimingUniform<T>(params ReadOnlySpan<int> sizes)
        where T : unmanaged, IFloatingPointIeee754<T> => KaimingUniform<T>(sizes, s_layerSlope);

    /// <summary>
    /// He's uniform initialisation (PyTorch's <c>kaiming_uniform_</c>), evenly distributed within sqrt(6 / ((1 + a²) fan)). From He et al.,
    /// "Delving deep into rectifiers", 2015.
    /// </summary>
    /// <param name="sizes">The sizes: outputs, inputs, and for convolutions the kernel.</param>
    /// <param name="a">The negative slope of the leaky ReLU that follows; 0 for ReLU.</param>
    /// <param name="mode">The side that keeps its variance.</param>
    /// <exception cref="ShapeException">There are fewer than two dimensions.</exception>
    public static Tensor<float> KaimingUniform(ReadOnlySpan<int> sizes, double a, FanMode mode = FanMode.FanIn) => KaimingUniform<float>(sizes, a, mode);

    /// <inheritdoc cref="KaimingUniform(ReadOnlySpan{int}, double, FanMode)"/>
    public static Tensor<T> KaimingUniform<T>(ReadOnlySpan<int> sizes, double a, FanMode mode = FanMode.FanIn)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (fanIn, fanOut) = Fans(sizes);
        var deviation = Math.Sqrt(2 / (1 + (a * a))) / Math.Sqrt(mode == FanMode.FanIn ? fanIn : fanOut);
        return Symmetric<T>(Math.Sqrt(3) * deviation, sizes);
    }

    /// <summary>
    /// Glorot's uniform initialisation (PyTorch's <c>xavier_uniform_</c>), evenly distributed within sqrt(6 / (fan in + fan out)). From
    /// Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural networks", 2010.
    /// </summary>
    /// <exception cref="ShapeException">There are fewer than two dimensions.</exception>
    public static Tensor<float> XavierUniform(params ReadOnlySpan<int> sizes) => XavierUniform<float>(sizes);

    /// <inheritdoc cref="XavierUniform(ReadOnlySpan{int})"/>
    public static Tensor<T> XavierUniform<T>(params ReadOnlySpan<int> sizes)
        where T : unmanaged, IFloatingPointIeee754<T> => XavierUniform<T>(sizes, 1);

    /// <inheritdoc cref="XavierUniform(ReadOnlySpan{int})"/>
    /// <param name="sizes">The sizes: outputs, inputs, and for convolutions the kernel.</param>
    /// <param name="gain">A factor on the bound, for the nonlinearity that follows.</param>
    public static Tensor<T> XavierUniform<T>(ReadOnlySpan<int> sizes, double gain)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (fanIn, fanOut) = Fans(sizes);
        return Symmetric<T>(Math.Sqrt(3) * (gain * Math.Sqrt(2.0 / (fanIn + fanOut))), sizes);
    }

    /// <summary>Evenly distributed within 1 / sqrt(<paramref name="fanIn"/>): the bias of PyTorch's linear and convolution layers.</summary>
    /// <param name="fanIn">The number of inputs that one output is computed from.</param>
    /// <param name="sizes">The sizes.</param>
    public static Tensor<float> UniformWithinFan(int fanIn, params ReadOnlySpan<int> sizes) => UniformWithinFan<float>(fanIn, sizes);

    /// <inheritdoc cref="UniformWithinFan(int, ReadOnlySpan{int})"/>
    public static Tensor<T> UniformWithinFan<T>(int fanIn, params ReadOnlySpan<int> sizes)
        where T : unmanaged, IFloatingPointIeee754<T> => Symmetric<T>(fanIn > 0 ? 1 / Math.Sqrt(fanIn) : 0, sizes);

    private static Tensor<T> Symmetric<T>(double bound, ReadOnlySpan<int> sizes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // Without elements a fan may be 0 and the bound infinite.
        return sizes.Contains(0) ? Zeros<T>(sizes) : Uniform<T>(-bound, bound, sizes);
    }

    private static (int In, int Out) Fans(ReadOnlySpan<int> sizes)
    {
        if (sizes.Length < 2)
        {
            throw new ShapeException(
                $"Fan in and fan out can not be computed for tensor with fewer than 2 dimensions, and the shape is {Shape.Format(sizes)}. Use Init.Uniform or Init.Normal.");
        }

        var receptiveField = 1;
        foreach (var size in sizes[2..])
            receptiveField *= size;
        return (sizes[1] * receptiveField, sizes[0] * receptiveField);
    }
}
