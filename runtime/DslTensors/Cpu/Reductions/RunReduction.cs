using System.Runtime.CompilerServices;
using DslTensors.Lanes;

namespace DslTensors.Cpu;

/// <summary>Reduces one run of elements to a single value.</summary>
internal static class RunReduction<TReduction, L, T>
    where TReduction : struct, IReduction
    where L : struct, IMemoryLane<L, T>
    where T : unmanaged
{
    // Runs up to this length are added up directly, longer ones in halves.
    private const int Direct = 4096;

    public static ScalarLane<T> Reduce(TReduction reduction, ref T start, int stride, int count)
    {
        if (count > Direct)
        {
            var half = count / 2 / 64 * 64;
            return reduction.Join(
                Reduce(reduction, ref start, stride, half),
                Reduce(reduction, ref Unsafe.Add(ref start, half * stride), stride, count - half));
        }

        return stride == 1 ? Contiguous(reduction, ref start, count) : Strided(reduction, ref start, stride, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ScalarLane<T> Contiguous(TReduction reduction, ref T start, int count)
    {
        var total = reduction.Start<ScalarLane<T>>();
        var i = 0;
        if (count >= L.Width)
        {
            L a = reduction.Start<L>(), b = a, c = a, d = a;
            for (; i <= count - (4 * L.Width); i += 4 * L.Width)
            {
                ref var at = ref Unsafe.Add(ref start, i);
                a = reduction.Join(a, reduction.Map(L.Load(ref at)));
                b = reduction.Join(b, reduction.Map(L.Load(ref Unsafe.Add(ref at, L.Width))));
                c = reduction.Join(c, reduction.Map(L.Load(ref Unsafe.Add(ref at, 2 * L.Width))));
                d = reduction.Join(d, reduction.Map(L.Load(ref Unsafe.Add(ref at, 3 * L.Width))));
            }

            for (; i <= count - L.Width; i += L.Width)
                a = reduction.Join(a, reduction.Map(L.Load(ref Unsafe.Add(ref start, i))));
            total = Across(reduction, reduction.Join(reduction.Join(a, b), reduction.Join(c, d)));
        }

        for (; i < count; i++)
            total = reduction.Join(total, reduction.Map(ScalarLane<T>.Load(ref Unsafe.Add(ref start, i))));
        return total;
    }

    private static ScalarLane<T> Across(TReduction reduction, L lane)
    {
        Span<T> elements = stackalloc T[L.Width];
        L.Store(lane, ref elements[0]);
        var total = ScalarLane<T>.Load(ref elements[0]);
        for (var i = 1; i < elements.Length; i++)
            total = reduction.Join(total, ScalarLane<T>.Load(ref elements[i]));
        return total;
    }

    private static ScalarLane<T> Strided(TReduction reduction, ref T start, int stride, int count)
    {
        var total = reduction.Start<ScalarLane<T>>();
        for (var i = 0; i < count; i++)
            total = reduction.Join(total, reduction.Map(ScalarLane<T>.Load(ref Unsafe.Add(ref start, i * stride))));
        return total;
    }
}
