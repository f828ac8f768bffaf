using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using DslTensors.Lanes;

namespace DslTensors.Cpu;

/// <summary>The gradient of softmax along the last dimension, y (g - sum(g y)), or of its logarithm, g - exp(y) sum(g), row by row.</summary>
internal static class SoftmaxGradientKernel
{
    private const int Grain = 16 * 1024;

    /// <summary>Fills <paramref name="result"/>, contiguous as all operands.</summary>
    public static void Run<T>(TensorView<T> grad, TensorView<T> output, TensorView<T> result, bool isLog)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (result.Count == 0)
            return;
        var count = result.Sizes[^1];
        var grain = Math.Max(1, Grain / count);
        if (Vector512.IsHardwareAccelerated)
            Parallelism.For(result.Count / count, grain, new Rows<Lane512<T>, T>(grad, output, result, count, isLog));
        else if (Vector256.IsHardwareAccelerated)
            Parallelism.For(result.Count / count, grain, new Rows<Lane256<T>, T>(grad, output, result, count, isLog));
        else
            Parallelism.For(result.Count / count, grain, new Rows<Lane128<T>, T>(grad, output, result, count, isLog));
    }

    private readonly struct Rows<L, T>(TensorView<T> grad, TensorView<T> output, TensorView<T> result, int count, bool isLog) : IRangeBody
        where L : struct, IMemoryLane<L, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int from, int to)
        {
            for (nint row = from; row < to; row++)
            {
                SoftmaxGradientRow<L, T>.Run(
                    ref Unsafe.Add(ref grad.Origin, row * count), ref Unsafe.Add(ref output.Origin, row * count),
                    ref Unsafe.Add(ref result.Origin, row * count), count, T.One, isLog);
            }
        }
    }
}
