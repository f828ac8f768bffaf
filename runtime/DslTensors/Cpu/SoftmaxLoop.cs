using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using DslTensors.Lanes;

namespace DslTensors.Cpu;

/// <summary>Softmax along a dimension: greatest element, sum of exponentials, result, each row while it is in the cache.</summary>
internal static class SoftmaxLoop
{
    private const int Grain = 8 * 1024;

    public static void Run<T>(TensorView<T> input, TensorView<T> result, int dim, bool isLog)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (input.Rank == 0)
        {
            result.Origin = isLog ? T.Zero : T.One;
            return;
        }

        var at = Dimension.Wrap(dim, input.Rank);
        var count = input.Sizes[at];
        var inner = 1;
        for (var i = at + 1; i < input.Rank; i++)
            inner *= input.Sizes[i];
        if (count == 0 || input.Count == 0)
            return;
        var rows = input.Count / count;
        var grain = Math.Max(1, Grain / count);
        if (inner > 1)
            Parallelism.For(rows / inner, Math.Max(1, Grain / (count * inner)), new SoftmaxColumns<T>(input, result, count, inner, isLog));
        else if (Vector512.IsHardwareAccelerated)
            Parallelism.For(rows, grain, new Rows<Lane512<T>, T>(input, result, count, isLog));
        else if (Vector256.IsHardwareAccelerated)
            Parallelism.For(rows, grain, new Rows<Lane256<T>, T>(input, result, count, isLog));
        else
            Parallelism.For(rows, grain, new Rows<Lane128<T>, T>(input, result, count, isLog));
    }

    private readonly struct Rows<L, T>(TensorView<T> input, TensorView<T> result, int count, bool isLog) : IRangeBody
        where L : struct, IMemoryLane<L, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int from, int to)
        {
            for (nint row = from; row < to; row++)
                SoftmaxRow<L, T>.Run(ref Unsafe.Add(ref input.Origin, row * count), ref Unsafe.Add(ref result.Origin, row * count), count, isLog);
        }
    }
}
