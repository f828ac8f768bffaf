using System.Numerics;

namespace DslTensors;

public static partial class Init
{
    private delegate void Filling<T>(Span<T> values);

    /// <summary>Overwrites a tensor with zeros (PyTorch's <c>zeros_</c>). Like all in-place forms here it is not recorded by autograd, so that it may be a parameter.</summary>
    /// <returns>The tensor itself.</returns>
    public static Tensor<T> ZerosInPlace<T>(Tensor<T> tensor)
        where T : unmanaged => Overwrite(tensor, "zero_", static values => values.Clear());

    /// <summary>Overwrites a tensor with ones (PyTorch's <c>ones_</c>).</summary>
    /// <returns>The tensor itself.</returns>
    public static Tensor<T> OnesInPlace<T>(Tensor<T> tensor)
        where T : unmanaged => ConstantInPlace(tensor, 1);

    /// <summary>Overwrites a tensor with the same value everywhere (PyTorch's <c>constant_</c>).</summary>
    /// <returns>The tensor itself.</returns>
    public static Tensor<T> ConstantInPlace<T>(Tensor<T> tensor, Scalar value)
        where T : unmanaged
    {
        var element = value.To<T>();
        return Overwrite(tensor, "fill_", values => values.Fill(element));
    }

    /// <summary>Overwrites a tensor with values evenly distributed in [<paramref name="from"/>, <paramref name="to"/>) (PyTorch's <c>uniform_</c>).</summary>
    /// <returns>The tensor itself.</returns>
    public static Tensor<T> UniformInPlace<T>(Tensor<T> tensor, double from = 0, double to = 1)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Overwrite(tensor, "uniform_", values => RandomSource.Default.FillUniform(values, from, to));

    /// <summary>Overwrites a tensor with normally distributed values (PyTorch's <c>normal_</c>).</summary>
    /// <returns>The tensor itself.</returns>
    public static Tensor<T> NormalInPlace<T>(Tensor<T> tensor, double mean = 0, double std = 1)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Overwrite(tensor, "normal_", values => RandomSource.Default.FillNormal(values, mean, std));

    private static Tensor<T> Create<T>(ReadOnlySpan<int> sizes, Filling<T> fill)
        where T : unmanaged
    {
        var tensor = Allocate<T>(sizes);
        fill(tensor.AsView().Span);
        return tensor;
    }

    private static Tensor<T> Overwrite<T>(Tensor<T> tensor, string operation, Filling<T> fill)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(tensor);
        using (Autograd.NoGrad())
            tensor.CheckInPlace(operation);
        if (tensor.IsContiguous && tensor.Device.Backend is null)
        {
            fill(tensor.AsView().Span);
            tensor.BumpVersion();
        }
        else
        {
            tensor.CopyValuesFrom(Create(tensor.Layout.Sizes, fill));
        }

        GC.KeepAlive(tensor);
        return tensor;
    }
}
