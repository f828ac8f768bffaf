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
    /// <param name="nonlinearity">What follows the layer.</param>
    /// <exception cref="ShapeException">There are fewer than two dimensions.</exception>
    public static Tensor<float> KaimingUniform(ReadOnlySpan<int> sizes, double a, FanMode mode = FanMode.FanIn, Nonlinearity nonlinearity = Nonlinearity.LeakyRelu) =>
        KaimingUniform<float>(sizes, a, mode, nonlinearity);

    /// <inheritdoc cref="KaimingUniform(ReadOnlySpan{int}, double, FanMode, Nonlinearity)"/>
    public static Tensor<T> KaimingUniform<T>(ReadOnlySpan<int> sizes, double a, FanMode mode = FanMode.FanIn, Nonlinearity nonlinearity = Nonlinearity.LeakyRelu)
        where T : unmanaged, IFloatingPointIeee754<T> => Symmetric<T>(Math.Sqrt(3) * KaimingDeviation(sizes, a, mode, nonlinearity), sizes);

    /// <summary>
    /// Overwrites a weight with He's uniform initialisation (PyTorch's <c>kaiming_uniform_</c>), evenly distributed within
    /// sqrt(6 / ((1 + a²) fan)). PyTorch's own layers start with <c>a = sqrt(5)</c>; as there, the default here is 0, for a ReLU.
    /// </summary>
    /// <param name="tensor">The weight: outputs, inputs, and for convolutions the kernel.</param>
    /// <param name="a">The negative slope of the leaky ReLU that follows; 0 for ReLU.</param>
    /// <param name="mode">The side that keeps its variance.</param>
    /// <param name="nonlinearity">What follows the layer.</param>
    /// <returns>The tensor itself.</returns>
    /// <exception cref="ShapeException">There are fewer than two dimensions.</exception>
    public static Tensor<T> KaimingUniformInPlace<T>(Tensor<T> tensor, double a = 0, FanMode mode = FanMode.FanIn, Nonlinearity nonlinearity = Nonlinearity.LeakyRelu)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        SymmetricInPlace(tensor, Math.Sqrt(3) * KaimingDeviation(tensor.Layout.Sizes, a, mode, nonlinearity));

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
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Symmetric<T>(Math.Sqrt(3) * XavierDeviation(sizes, gain), sizes);

    /// <inheritdoc cref="XavierUniform(ReadOnlySpan{int})"/>
    /// <param name="tensor">The weight to overwrite.</param>
    /// <param name="gain">A factor on the bound, for the nonlinearity that follows.</param>
    /// <returns>The tensor itself.</returns>
    public static Tensor<T> XavierUniformInPlace<T>(Tensor<T> tensor, double gain = 1)
        where T : unmanaged, IFloatingPointIeee754<T> => SymmetricInPlace(tensor, Math.Sqrt(3) * XavierDeviation(tensor.Layout.Sizes, gain));

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

    private static Tensor<T> SymmetricInPlace<T>(Tensor<T> tensor, double bound)
        where T : unmanaged, IFloatingPointIeee754<T> => tensor.Count == 0 ? tensor : UniformInPlace(tensor, -bound, bound);

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
