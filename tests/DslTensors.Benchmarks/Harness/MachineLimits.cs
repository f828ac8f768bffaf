using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Benchmarks.Harness;

/// <summary>What the machine can do at best with the same threads: arithmetic, and bandwidth for several sizes of what is worked on.</summary>
internal sealed class MachineLimits
{
    private static readonly int[] s_workingSets = [1 << 14, 1 << 18, 1 << 22, 1 << 25, 1 << 27];

    private readonly double _flopsPerSecond;
    private readonly double[] _bytesPerSecond;

    private MachineLimits(double flopsPerSecond, double[] bytesPerSecond)
    {
        _flopsPerSecond = flopsPerSecond;
        _bytesPerSecond = bytesPerSecond;
    }

    /// <summary>Measures them; takes about two seconds.</summary>
    public static MachineLimits Measure(int threads) => new(Arithmetic(threads), [.. s_workingSets.Select(bytes => Bandwidth(bytes, threads))]);

    /// <summary>Which part of the limit a step reached; null if it states none.</summary>
    public double? ShareOf(Workload workload, double seconds)
    {
        if (workload.Flops == 0 && workload.Bytes == 0)
            return null;
        var least = Math.Max(workload.Flops / _flopsPerSecond, workload.Bytes / BandwidthAt(workload.Bytes));
        return least / seconds;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{_flopsPerSecond / 1e9:0} GFLOP/s; " + string.Join(", ", s_workingSets.Zip(_bytesPerSecond, (set, rate) => $"{rate / 1e9:0} GB/s at {Size(set)}"));

    private static string Size(int bytes) => bytes < 1 << 20 ? $"{bytes >> 10} KiB" : $"{bytes >> 20} MiB";

    private double BandwidthAt(double bytes)
    {
        for (var i = 0; i < s_workingSets.Length; i++)
        {
            if (bytes <= s_workingSets[i])
                return _bytesPerSecond[i];
        }

        return _bytesPerSecond[^1];
    }

    private static double Arithmetic(int threads)
    {
        const int Rounds = 2_000_000;
        var flops = 2.0 * 16 * 12 * Rounds * threads;
        return flops / BestOf(7, () => OnThreads(threads, _ => FusedMultiplyAdds(Rounds)));
    }

    // Vectors as wide as the machine has: Vector<T> stays at 256 bits where there are 512.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static float FusedMultiplyAdds(int rounds)
    {
        return Vector512.IsHardwareAccelerated ? Wide(rounds) : Narrow(rounds);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static float Wide(int rounds)
    {
        var factor = Vector512.Create(0.999f);
        var term = Vector512.Create(0.001f);
        var (a, b, c, d, e, f) = (term, term, term, term, term, term);
        var (g, h, i, j, k, l) = (term, term, term, term, term, term);
        for (var round = 0; round < rounds; round++)
        {
            a = Vector512.FusedMultiplyAdd(a, factor, term);
            b = Vector512.FusedMultiplyAdd(b, factor, term);
            c = Vector512.FusedMultiplyAdd(c, factor, term);
            d = Vector512.FusedMultiplyAdd(d, factor, term);
            e = Vector512.FusedMultiplyAdd(e, factor, term);
            f = Vector512.FusedMultiplyAdd(f, factor, term);
            g = Vector512.FusedMultiplyAdd(g, factor, term);
            h = Vector512.FusedMultiplyAdd(h, factor, term);
            i = Vector512.FusedMultiplyAdd(i, factor, term);
            j = Vector512.FusedMultiplyAdd(j, factor, term);
            k = Vector512.FusedMultiplyAdd(k, factor, term);
            l = Vector512.FusedMultiplyAdd(l, factor, term);
        }

        return Vector512.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static float Narrow(int rounds)
    {
        var factor = new Vector<float>(0.999f);
        var term = new Vector<float>(0.001f);
        var (a, b, c, d, e, f) = (term, term, term, term, term, term);
        var (g, h, i, j, k, l) = (term, term, term, term, term, term);
        for (var round = 0; round < rounds * 16 / Vector<float>.Count; round++)
        {
            a = Vector.FusedMultiplyAdd(a, factor, term);
            b = Vector.FusedMultiplyAdd(b, factor, term);
            c = Vector.FusedMultiplyAdd(c, factor, term);
            d = Vector.FusedMultiplyAdd(d, factor, term);
            e = Vector.FusedMultiplyAdd(e, factor, term);
            f = Vector.FusedMultiplyAdd(f, factor, term);
            g = Vector.FusedMultiplyAdd(g, factor, term);
            h = Vector.FusedMultiplyAdd(h, factor, term);
            i = Vector.FusedMultiplyAdd(i, factor, term);
            j = Vector.FusedMultiplyAdd(j, factor, term);
            k = Vector.FusedMultiplyAdd(k, factor, term);
            l = Vector.FusedMultiplyAdd(l, factor, term);
        }

        return Vector.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }

    // The triad a = b + s c over arrays of which all three together have the size.
    private static double Bandwidth(int bytes, int threads)
    {
        var count = bytes / 3 / sizeof(float) / threads;
        var arrays = Enumerable.Range(0, threads).Select(_ => (A: new float[count], B: new float[count], C: new float[count])).ToArray();
        var repeats = Math.Max(1, (1 << 25) / bytes);
        return 3.0 * sizeof(float) * count * threads * repeats / BestOf(9, () => OnThreads(threads, thread =>
        {
            for (var repeat = 0; repeat < repeats; repeat++)
                Triad(arrays[thread].A, arrays[thread].B, arrays[thread].C);
            return 0;
        }));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Triad(Span<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c)
    {
        var width = Vector<float>.Count;
        var factor = new Vector<float>(1.5f);
        for (var i = 0; i + width <= a.Length; i += width)
            (new Vector<float>(b[i..]) + (factor * new Vector<float>(c[i..]))).CopyTo(a[i..]);
    }

    private static void OnThreads(int threads, Func<int, float> body)
    {
        if (threads == 1)
            body(0);
        else
            Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, thread => body(thread));
    }

    private static double BestOf(int runs, Action body)
    {
        var best = double.MaxValue;
        for (var run = 0; run < runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            body();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return best;
    }
}
