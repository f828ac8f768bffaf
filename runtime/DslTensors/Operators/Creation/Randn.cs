namespace DslTensors.Operators;

/// <summary>Random numbers of the standard normal distribution (PyTorch's <c>randn</c>), in PyTorch's sequence after <see cref="Tensor.ManualSeed"/>.</summary>
/// <param name="size">The size of each dimension.</param>
/// <returns>The tensor.</returns>
/// <exception cref="ShapeException">A size is negative.</exception>
[TensorOp("-> size...", NonDifferentiable = true)]
public static partial class Randn
{
    private static Tensor<T> Compose<T>(params int[] size)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        var tensor = Tensor<T>.Allocate(Device.Cpu, StridedLayout.Contiguous(size));
        RandomSource.Default.FillNormal(tensor.AsView().Span, 0, 1);
        GC.KeepAlive(tensor);
        return tensor;
    }
}
