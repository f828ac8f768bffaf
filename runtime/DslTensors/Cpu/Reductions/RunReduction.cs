using System.Runtime.CompilerServices;
using DslTensors.Lanes;

namespace DslTensors.Cpu;

/// <summary>Reduces one run of elements to a single value.</summary>
[SkipLocalsInit]
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

    /// <summary>Whether <see cref="ReduceRows"/> can reduce runs of this length.</summary>
    public static bool FitsRows(int count) => L.Width > 1 && count is > 0 and <= Direct && count % L.Width == 0;

    /// <summary>Reduces as many runs as a lane has elements, all at once, with the bits that <see cref="Reduce"/> gives.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void ReduceRows(TReduction reduction, ref T start, nint rowStride, int count, ref T results)
    {
        Span<T> rows = stackalloc T[L.Width * L.Width];
        Span<T> columns = stackalloc T[L.Width * L.Width];
        for (var row = 0; row < L.Width; row++)
        {
            Vectors(reduction, ref Unsafe.Add(ref start, row * rowStride), count, out var partial);
            L.Store(partial, ref rows[row * L.Width]);
        }

        TransposedBlock.Copy(ref rows[0], L.Width, ref columns[0], L.Width, L.Width, L.Width);
        for (var half = L.Width / 2; half > 0; half /= 2)
        {
            for (var i = 0; i < half; i++)
                L.Store(reduction.Join(L.Load(ref columns[i * L.Width]), L.Load(ref columns[(i + half) * L.Width])), ref columns[i * L.Width]);
        }

        L.Store(L.Load(ref columns[0]), ref results);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static ScalarLane<T> Contiguous(TReduction reduction, ref T start, int count)
    {
        var total = reduction.Start<ScalarLane<T>>();
        var i = 0;
        if (count >= L.Width)
        {
            i = Vectors(reduction, ref start, count, out var partial);
            total = Across(reduction, partial);
        }

        for (; i < count; i++)
            total = reduction.Join(total, reduction.Map(ScalarLane<T>.Load(ref Unsafe.Add(ref start, i))));
        return total;
    }

    /// <summary>Reduces whole vectors; returns how many elements these are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Vectors(TReduction reduction, ref T start, int count, out L partial)
    {
        var i = 0;
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
        partial = reduction.Join(reduction.Join(a, b), reduction.Join(c, d));
        return i;
    }

    // In halves: the elements of a lane one after the other would wait for each other.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ScalarLane<T> Across(TReduction reduction, L lane)
    {
        Span<T> elements = stackalloc T[L.Width];
        L.Store(lane, ref elements[0]);
        for (var half = L.Width / 2; half > 0; half /= 2)
        {
            for (var i = 0; i < half; i++)
                ScalarLane<T>.Store(reduction.Join(ScalarLane<T>.Load(ref elements[i]), ScalarLane<T>.Load(ref elements[i + half])), ref elements[i]);
        }

        return ScalarLane<T>.Load(ref elements[0]);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static ScalarLane<T> Strided(TReduction reduction, ref T start, int stride, int count)
    {
        var total = reduction.Start<ScalarLane<T>>();
        for (var i = 0; i < count; i++)
            total = reduction.Join(total, reduction.Map(ScalarLane<T>.Load(ref Unsafe.Add(ref start, i * stride))));
        return total;
    }
}
