using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using DslTensors.Lanes;

namespace DslTensors.Cpu;

/// <summary>
/// Logarithms of class probabilities where there are few classes, as mostly. As many rows as a vector has places are turned on their
/// side, so that each place computes a row and nothing is added up across a vector.
/// </summary>
internal static class ClassRows
{
    /// <summary>The most classes that are worth it.</summary>
    public const int Most = 32;

    private const int Grain = 8 * 1024;

    /// <summary>Fills <paramref name="result"/> with the logarithm of the softmax of each row of <paramref name="scores"/>; both are dense.</summary>
    public static void LogSoftmax<T>(in TensorView<T> scores, in TensorView<T> result, int classes)
        where T : unmanaged
    {
        if (result.Count == 0)
            return;
        var rows = result.Count / classes;
        var grain = Math.Max(1, Grain / classes);
        if (Vector512.IsHardwareAccelerated && rows > Lane256<T>.Width)
            Parallelism.For(rows, grain, new Body<Lane512<T>, T>(scores, result, classes));
        else if (Vector256.IsHardwareAccelerated && rows > Lane128<T>.Width)
            Parallelism.For(rows, grain, new Body<Lane256<T>, T>(scores, result, classes));
        else
            Parallelism.For(rows, grain, new Body<Lane128<T>, T>(scores, result, classes));
    }

    private readonly struct Body<L, T>(TensorView<T> scores, TensorView<T> result, int classes) : IRangeBody
        where L : struct, IMemoryLane<L, T>
        where T : unmanaged
    {
        public void Run(int from, int to)
        {
            for (var row = from; row < to; row += L.Width)
                RunRows(ref Unsafe.Add(ref scores.Origin, row * classes), ref Unsafe.Add(ref result.Origin, row * classes), Math.Min(L.Width, to - row));
        }

        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        [SkipLocalsInit]
        private void RunRows(ref T x, ref T y, int rows)
        {
            Span<T> turned = stackalloc T[(Most + 1) * L.Width];
            ref var columns = ref MemoryMarshal.GetReference(turned);

            // Places without a row of their own repeat the last one.
            for (var place = 0; place < L.Width; place++)
            {
                ref var row = ref Unsafe.Add(ref x, Math.Min(place, rows - 1) * classes);
                for (var i = 0; i < classes; i++)
                    Unsafe.Add(ref columns, (i * L.Width) + place) = Unsafe.Add(ref row, i);
            }

            var greatest = L.Load(ref columns);
            for (var i = 1; i < classes; i++)
            {
                var column = L.Load(ref Unsafe.Add(ref columns, i * L.Width));
                greatest = L.Select(L.Greater(column, greatest), column, greatest);
            }

            var sum = L.Constant(0);
            for (var i = 0; i < classes; i++)
                sum += L.Exp(L.Load(ref Unsafe.Add(ref columns, i * L.Width)) - greatest);
            ref var offsets = ref Unsafe.Add(ref columns, Most * L.Width);
            L.Store(greatest + L.Log(sum), ref offsets);
            for (var place = 0; place < rows; place++)
            {
                var offset = ScalarLane<T>.Load(ref Unsafe.Add(ref offsets, place));
                for (var i = 0; i < classes; i++)
                {
                    ScalarLane<T>.Store(ScalarLane<T>.Load(ref x) - offset, ref y);
                    x = ref Unsafe.Add(ref x, 1);
                    y = ref Unsafe.Add(ref y, 1);
                }
            }
        }
    }
}
