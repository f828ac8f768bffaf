using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using DslTensors.Lanes;

namespace DslTensors.Cpu;

/// <summary>
/// Logarithms of class probabilities, row by row. Rows are mostly shorter than a vector: what is left of one is read as a whole vector
/// and masked, and what is written beyond its end is overwritten by the next row.
/// </summary>
internal static class ClassRows
{
    private const int Grain = 8 * 1024;

    /// <summary>Fills <paramref name="result"/> with the logarithm of the softmax of each row of <paramref name="scores"/>; both are dense.</summary>
    public static void LogSoftmax<T>(in TensorView<T> scores, in TensorView<T> result, int classes)
        where T : unmanaged
    {
        if (result.Count == 0)
            return;
        var rows = result.Count / classes;
        var grain = Math.Max(1, Grain / classes);
        if (Vector512.IsHardwareAccelerated && classes > Lane256<T>.Width)
            Parallelism.For(rows, grain, new Body<Lane512<T>, T>(scores, result, classes));
        else if (Vector256.IsHardwareAccelerated && classes > Lane128<T>.Width)
            Parallelism.For(rows, grain, new Body<Lane256<T>, T>(scores, result, classes));
        else
            Parallelism.For(rows, grain, new Body<Lane128<T>, T>(scores, result, classes));
    }

    private readonly struct Body<L, T>(TensorView<T> scores, TensorView<T> result, int classes) : IRangeBody
        where L : struct, IMemoryLane<L, T>
        where T : unmanaged
    {
        private static readonly L s_places = Places();

        public void Run(int from, int to)
        {
            Unsafe.SkipInit(out LaneRoom room);
            ref var buffer = ref Unsafe.As<LaneRoom, T>(ref room);
            ref var x = ref scores.Origin;
            ref var y = ref result.Origin;
            var whole = classes - (classes % L.Width);
            var isRest = L.Less(s_places, L.Constant(classes - whole));
            for (var row = from; row < to; row++)
            {
                var start = row * classes;
                var isInside = start + whole + L.Width <= to * classes;
                Row(ref Unsafe.Add(ref x, start), ref Unsafe.Add(ref y, start), ref buffer, whole, isRest, isInside);
            }
        }

        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        private void Row(ref T x, ref T y, ref T buffer, int whole, L isRest, bool isInside)
        {
            var nothing = L.Constant(double.NegativeInfinity);
            var rest = nothing;
            if (whole < classes)
            {
                ref var end = ref Unsafe.Add(ref x, whole);
                if (!isInside)
                {
                    MemoryMarshal.CreateSpan(ref end, classes - whole).CopyTo(MemoryMarshal.CreateSpan(ref buffer, L.Width));
                    end = ref buffer;
                }

                rest = L.Select(isRest, L.Load(ref end), nothing);
            }

            var greatest = rest;
            for (var i = 0; i < whole; i += L.Width)
            {
                var lane = L.Load(ref Unsafe.Add(ref x, i));
                greatest = L.Select(L.Greater(lane, greatest), lane, greatest);
            }

            var shift = L.Broadcast(Greatest(greatest, ref buffer).Value);
            var sum = L.Constant(0);
            for (var i = 0; i < whole; i += L.Width)
                sum += L.Exp(L.Load(ref Unsafe.Add(ref x, i)) - shift);
            if (whole < classes)
                sum += L.Select(isRest, L.Exp(rest - shift), L.Constant(0));
            var offset = shift + L.Log(L.Broadcast(Sum(sum, ref buffer).Value));
            for (var i = 0; i < whole; i += L.Width)
                L.Store(L.Load(ref Unsafe.Add(ref x, i)) - offset, ref Unsafe.Add(ref y, i));
            if (whole == classes)
                return;
            if (isInside)
            {
                L.Store(rest - offset, ref Unsafe.Add(ref y, whole));
                return;
            }

            L.Store(rest - offset, ref buffer);
            MemoryMarshal.CreateSpan(ref buffer, classes - whole).CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref y, whole), classes - whole));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static ScalarLane<T> Sum(L lane, ref T buffer)
        {
            L.Store(lane, ref buffer);
            var part = Lane128<T>.Load(ref buffer);
            for (var i = Lane128<T>.Width; i < L.Width; i += Lane128<T>.Width)
                part += Lane128<T>.Load(ref Unsafe.Add(ref buffer, i));
            Lane128<T>.Store(part, ref buffer);
            var sum = ScalarLane<T>.Load(ref buffer);
            for (var i = 1; i < Lane128<T>.Width; i++)
                sum += ScalarLane<T>.Load(ref Unsafe.Add(ref buffer, i));
            return sum;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static ScalarLane<T> Greatest(L lane, ref T buffer)
        {
            L.Store(lane, ref buffer);
            var part = Lane128<T>.Load(ref buffer);
            for (var i = Lane128<T>.Width; i < L.Width; i += Lane128<T>.Width)
                part = Greater(part, Lane128<T>.Load(ref Unsafe.Add(ref buffer, i)));
            Lane128<T>.Store(part, ref buffer);
            var greatest = ScalarLane<T>.Load(ref buffer);
            for (var i = 1; i < Lane128<T>.Width; i++)
                greatest = Greater(greatest, ScalarLane<T>.Load(ref Unsafe.Add(ref buffer, i)));
            return greatest;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static M Greater<M>(M a, M b)
            where M : struct, ILane<M> => M.Select(M.Greater(a, b), a, b);

        private static L Places()
        {
            Span<T> places = stackalloc T[L.Width];
            for (var i = 0; i < places.Length; i++)
                places[i] = Element<T>.FromDouble(i);
            return L.Load(ref places[0]);
        }
    }

    [InlineArray(64)]
    private struct LaneRoom
    {
        private byte _first;
    }
}
