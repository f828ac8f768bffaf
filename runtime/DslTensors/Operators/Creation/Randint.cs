using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Random integers from a bound up to, not including, another (PyTorch's <c>randint</c>), in PyTorch's sequence after <see cref="Tensor.ManualSeed"/>; long unless the type is named.</summary>
/// <param name="low">The least integer.</param>
/// <param name="high">The bound.</param>
/// <param name="size">The size of each dimension.</param>
/// <returns>The tensor.</returns>
/// <exception cref="TensorException">The range is empty.</exception>
/// <exception cref="ShapeException">A size is negative.</exception>
[TensorOp("-> size...", DefaultType = typeof(long), NonDifferentiable = true)]
public static partial class Randint
{
    private static Tensor<T> Compose<T>(long low, long high, int[] size)
        where T : unmanaged, INumber<T>
    {
        var tensor = Tensor<T>.Allocate(Device.Cpu, StridedLayout.Contiguous(size));
        RandomSource.Default.FillRandint(tensor.AsView().Span, low, high);
        GC.KeepAlive(tensor);
        return tensor;
    }
}

/// <summary>Random integers from 0 up to, not including, a bound (PyTorch's <c>randint</c>); long unless the type is named.</summary>
/// <param name="high">The bound.</param>
/// <param name="size">The size of each dimension.</param>
/// <returns>The tensor.</returns>
/// <exception cref="TensorException">The bound is not positive.</exception>
/// <exception cref="ShapeException">A size is negative.</exception>
[TensorOp("-> size...", Method = "Randint", DefaultType = typeof(long), NonDifferentiable = true)]
public static partial class RandintTo
{
    private static Tensor<T> Compose<T>(long high, int[] size)
        where T : unmanaged, INumber<T> => Randint.Apply<T>(0, high, size, null);
}
