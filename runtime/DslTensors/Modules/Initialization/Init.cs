using System.Numerics;

namespace DslTensors;

/// <summary>
/// New tensors with the starting values of parameters (PyTorch's <c>torch.nn.init</c>). Random ones are drawn from
/// <see cref="RandomSource.Default"/> in the order of the calls. Without a type argument the elements are float. The forms that end in
/// <c>InPlace</c> overwrite a tensor that exists, e.g. in <c>model.Apply(m =&gt; ...)</c>.
/// </summary>
public static partial class Init
{
    /// <summary>Zeros.</summary>
    public static Tensor<float> Zeros(params ReadOnlySpan<int> sizes) => Zeros<float>(sizes);

    /// <inheritdoc cref="Zeros(ReadOnlySpan{int})"/>
    public static Tensor<T> Zeros<T>(params ReadOnlySpan<int> sizes)
        where T : unmanaged => Fill<T>(default, sizes);

    /// <summary>Ones.</summary>
    public static Tensor<float> Ones(params ReadOnlySpan<int> sizes) => Ones<float>(sizes);

    /// <inheritdoc cref="Ones(ReadOnlySpan{int})"/>
    public static Tensor<T> Ones<T>(params ReadOnlySpan<int> sizes)
        where T : unmanaged => Constant<T>(1, sizes);

    /// <summary>The same value everywhere.</summary>
    public static Tensor<float> Constant(Scalar value, params ReadOnlySpan<int> sizes) => Constant<float>(value, sizes);

    /// <inheritdoc cref="Constant(Scalar, ReadOnlySpan{int})"/>
    public static Tensor<T> Constant<T>(Scalar value, params ReadOnlySpan<int> sizes)
        where T : unmanaged => Fill(value.To<T>(), sizes);

    /// <summary>Evenly distributed in [<paramref name="from"/>, <paramref name="to"/>).</summary>
    public static Tensor<float> Uniform(double from, double to, params ReadOnlySpan<int> sizes) => Uniform<float>(from, to, sizes);

    /// <inheritdoc cref="Uniform(double, double, ReadOnlySpan{int})"/>
    public static Tensor<T> Uniform<T>(double from, double to, params ReadOnlySpan<int> sizes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var tensor = Allocate<T>(sizes);
        RandomSource.Default.FillUniform(tensor.AsView().Span, from, to);
        return tensor;
    }

    /// <summary>Normally distributed.</summary>
    public static Tensor<float> Normal(double mean, double std, params ReadOnlySpan<int> sizes) => Normal<float>(mean, std, sizes);

    /// <inheritdoc cref="Normal(double, double, ReadOnlySpan{int})"/>
    public static Tensor<T> Normal<T>(double mean, double std, params ReadOnlySpan<int> sizes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var tensor = Allocate<T>(sizes);
        RandomSource.Default.FillNormal(tensor.AsView().Span, mean, std);
        return tensor;
    }

    private static Tensor<T> Fill<T>(T value, ReadOnlySpan<int> sizes)
        where T : unmanaged
    {
        var tensor = Allocate<T>(sizes);
        tensor.AsView().Span.Fill(value);
        return tensor;
    }

    private static Tensor<T> Allocate<T>(ReadOnlySpan<int> sizes)
        where T : unmanaged => Tensor<T>.Allocate(Device.Cpu, StridedLayout.Contiguous(sizes));
}
