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
            Parallelism.For(rows, grain, new StridedRows<T>(input, result, count, inner, isLog));
        else if (Vector512.IsHardwareAccelerated)
            Parallelism.For(rows, grain, new Rows<Lane512<T>, T>(input, result, count, isLog));
        else if (Vector256.IsHardwareAccelerated)
            Parallelism.For(rows, grain, new Rows<Lane256<T>, T>(input, result, count, isLog));
        else
            Parallelism.For(rows, grain, new Rows<Lane128<T>, T>(input, result, count, isLog));
    }

    private static M Exp<M>(M x)
        where M : struct, ILane<M> => M.Exp(x);

    private static M Log<M>(M x)
        where M : struct, ILane<M> => M.Log(x);

    private readonly struct Rows<L, T>(TensorView<T> input, TensorView<T> result, int count, bool isLog) : IRangeBody
        where L : struct, IMemoryLane<L, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int from, int to)
        {
            for (var row = from; row < to; row++)
                Row(ref Unsafe.Add(ref input.Origin, row * count), ref Unsafe.Add(ref result.Origin, row * count));
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Row(ref T x, ref T y)
        {
            var greatest = RunReduction<MaxReduction, L, T>.Reduce(default, ref x, 1, count);
            var total = ScalarLane<T>.Constant(0);
            var sum = L.Constant(0);
            var shift = L.Broadcast(greatest.Value);
            var i = 0;
            for (; i <= count - L.Width; i += L.Width)
            {
                var e = L.Exp(L.Load(ref Unsafe.Add(ref x, i)) - shift);
                sum += e;
                if (!isLog)
                    L.Store(e, ref Unsafe.Add(ref y, i));
            }

            for (; i < count; i++)
            {
                var e = Exp(ScalarLane<T>.Load(ref Unsafe.Add(ref x, i)) - greatest);
                total += e;
                if (!isLog)
                    ScalarLane<T>.Store(e, ref Unsafe.Add(ref y, i));
            }

            Span<T> parts = stackalloc T[L.Width];
            L.Store(sum, ref parts[0]);
            foreach (ref var part in parts)
                total += ScalarLane<T>.Load(ref part);
            Finish(ref x, ref y, greatest, total);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Finish(ref T x, ref T y, ScalarLane<T> greatest, ScalarLane<T> total)
        {
            var offset = greatest + Log(total);
            var i = 0;
            for (; i <= count - L.Width; i += L.Width)
            {
                ref var at = ref Unsafe.Add(ref y, i);
                L.Store(isLog ? L.Load(ref Unsafe.Add(ref x, i)) - L.Broadcast(offset.Value) : L.Load(ref at) / L.Broadcast(total.Value), ref at);
            }

            for (; i < count; i++)
            {
                ref var at = ref Unsafe.Add(ref y, i);
                ScalarLane<T>.Store(isLog ? ScalarLane<T>.Load(ref Unsafe.Add(ref x, i)) - offset : ScalarLane<T>.Load(ref at) / total, ref at);
            }
        }
    }

    private readonly struct StridedRows<T>(TensorView<T> input, TensorView<T> result, int count, int inner, bool isLog) : IRangeBody
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int from, int to)
        {
            for (var row = from; row < to; row++)
            {
                var (outer, column) = Math.DivRem(row, inner);
                var start = (outer * count * inner) + column;
                var x = input.Span[start..];
                var y = result.Span[start..];
                var greatest = x[0];
                for (var i = 1; i < count; i++)
                    greatest = T.Max(greatest, x[i * inner]);
                var total = T.Zero;
                for (var i = 0; i < count; i++)
                    total += T.Exp(x[i * inner] - greatest);
                for (var i = 0; i < count; i++)
                    y[i * inner] = isLog ? x[i * inner] - greatest - T.Log(total) : T.Exp(x[i * inner] - greatest) / total;
            }
        }
    }
}
