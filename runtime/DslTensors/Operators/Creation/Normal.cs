using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Random numbers of a normal distribution (PyTorch's <c>normal</c>), in PyTorch's sequence after <see cref="Tensor.ManualSeed"/>.</summary>
/// <param name="mean">The mean.</param>
/// <param name="std">The standard deviation.</param>
/// <param name="size">The size of each dimension.</param>
/// <returns>The tensor.</returns>
/// <exception cref="TensorException">The standard deviation is negative.</exception>
/// <exception cref="ShapeException">A size is negative.</exception>
[TensorOp("-> size...", NonDifferentiable = true)]
public static partial class Normal
{
    private static Tensor<T> Compose<T>(double mean, double std, int[] size)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var tensor = Tensor<T>.Allocate(Device.Cpu, StridedLayout.Contiguous(size));
        RandomSource.Default.FillNormal(tensor.AsView().Span, mean, std);
        GC.KeepAlive(tensor);
        return tensor;
    }
}

/// <summary>Random numbers of normal distributions with means of their own (PyTorch's <c>normal</c>).</summary>
/// <param name="mean">The means.</param>
/// <param name="std">The standard deviation.</param>
/// <returns>A tensor of the shape of <paramref name="mean"/>.</returns>
/// <exception cref="TensorException">The standard deviation is negative.</exception>
[TensorOp("s... -> s...", Method = "Normal", NonDifferentiable = true)]
public static partial class NormalOfMeans
{
    private static Tensor<T> Compose<T>(Tensor<T> mean, double std = 1)
        where T : unmanaged, IFloatingPointIeee754<T> => Normal.Apply<T>(0, std, mean.Layout.Sizes, null) + mean.Detach();
}

/// <summary>Random numbers of normal distributions with standard deviations of their own (PyTorch's <c>normal</c>).</summary>
/// <param name="mean">The mean.</param>
/// <param name="std">The standard deviations.</param>
/// <returns>A tensor of the shape of <paramref name="std"/>.</returns>
/// <exception cref="TensorException">A standard deviation is negative.</exception>
[TensorOp("s... -> s...", Method = "Normal", NonDifferentiable = true)]
public static partial class NormalOfDeviations
{
    private static Tensor<T> Compose<T>(double mean, Tensor<T> std)
        where T : unmanaged, IFloatingPointIeee754<T> => NormalOfBoth.Apply(ScalarTensor.Like(std, mean), std, null);
}

/// <summary>Random numbers of normal distributions with means and standard deviations of their own (PyTorch's <c>normal</c>).</summary>
/// <param name="mean">The means.</param>
/// <param name="std">The standard deviations.</param>
/// <returns>A tensor of the shape that both broadcast to.</returns>
/// <exception cref="TensorException">A standard deviation is negative.</exception>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
[TensorOp("..., ... -> ...", Method = "Normal", NonDifferentiable = true)]
public static partial class NormalOfBoth
{
    private static Tensor<T> Compose<T>(Tensor<T> mean, Tensor<T> std)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Array.FindIndex(std.ToArray(), deviation => !(deviation >= T.Zero)) is >= 0 and var place)
            throw new TensorException($"normal expects all elements of std >= 0.0: element {place} is {std.ToArray()[place]}. A standard deviation is 0 or more.");
        var sizes = ShapeFunctions.BroadcastSizes("normal", mean.Layout.Sizes, std.Layout.Sizes);
        return (Randn.Apply<T>(sizes) * std.Detach()) + mean.Detach();
    }
}
