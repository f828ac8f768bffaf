using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The numbers from 0 to n - 1 in random order (PyTorch's <c>randperm</c>), in PyTorch's sequence after <see cref="Tensor.ManualSeed"/>; long unless the type is named.</summary>
/// <param name="n">How many numbers.</param>
/// <returns>The permutation, [n].</returns>
/// <exception cref="ShapeException"><paramref name="n"/> is negative.</exception>
[TensorOp("-> n", DefaultType = typeof(long), NonDifferentiable = true)]
public static partial class Randperm
{
    private static Tensor<T> Compose<T>(int n)
        where T : unmanaged, INumber<T>
    {
        if (n < 0)
            throw new ShapeException($"n must be non-negative, got {n}. Give how many numbers to shuffle.");
        var tensor = Tensor<T>.Allocate(Device.Cpu, StridedLayout.Contiguous(n));
        RandomSource.Default.FillRandperm(tensor.AsView().Span);
        GC.KeepAlive(tensor);
        return tensor;
    }
}
