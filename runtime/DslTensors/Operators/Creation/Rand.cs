namespace DslTensors.Operators;

/// <summary>Random numbers from 0 to 1, 1 excluded (PyTorch's <c>rand</c>), in PyTorch's sequence after <see cref="Tensor.ManualSeed"/>.</summary>
/// <param name="size">The size of each dimension.</param>
/// <returns>The tensor.</returns>
/// <exception cref="ShapeException">A size is negative.</exception>
[TensorOp("-> size...", NonDifferentiable = true)]
public static partial class Rand
{
    private static Tensor<T> Compose<T>(params int[] size)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        var tensor = Tensor<T>.Allocate(Device.Cpu, StridedLayout.Contiguous(size));
        RandomSource.Default.FillUniform(tensor.AsView().Span, 0, 1);
        GC.KeepAlive(tensor);
        return tensor;
    }
}
