using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DslTensors.Lanes;

namespace DslTensors.Cpu;

/// <summary>Softmax of one row, or its logarithm.</summary>
internal static class SoftmaxRow<L, T>
    where L : struct, IMemoryLane<L, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static void Run(ref T x, ref T y, int count, bool isLog)
    {
        var greatest = RunReduction<MaxReduction, L, T>.Reduce(default, ref x, 1, count).Value;
        if (isLog)
        {
            Finish(ref x, ref y, count, T.One, greatest + T.Log(Sum<Skipped>(ref x, ref y, count, greatest)));
            return;
        }

        var total = Sum<Stored>(ref x, ref y, count, greatest);
        Finish(ref y, ref y, count, T.One / total, T.Zero);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    private static T Sum<TKeep>(ref T x, ref T y, int count, T greatest)
        where TKeep : struct, IKeep
    {
        var sum = L.Constant(0);
        var shift = L.Broadcast(greatest);
        nint i = 0;
        for (; i <= count - L.Width; i += L.Width)
        {
            var e = ExpFunction.Evaluate(L.Load(ref Unsafe.Add(ref x, i)) - shift);
            sum += e;
            if (TKeep.IsStored)
                L.Store(e, ref Unsafe.Add(ref y, i));
        }

        if (i < count)
        {
            // The rest of a lane is filled with what adds nothing.
            Span<T> rest = stackalloc T[L.Width];
            var used = count - (int)i;
            MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref x, i), used).CopyTo(rest);
            rest[used..].Fill(greatest);
            L.Store(ExpFunction.Evaluate(L.Load(ref rest[0]) - shift), ref rest[0]);
            rest[used..].Clear();
            sum += L.Load(ref rest[0]);
            if (TKeep.IsStored)
                rest[..used].CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref y, i), used));
        }

        return LaneSum.Of<L, T>(sum);
    }

    private static void Finish(ref T x, ref T y, int count, T factor, T offset)
    {
        var done = Finish<L>(ref x, ref y, 0, count, factor, offset);
        Finish<ScalarLane<T>>(ref x, ref y, done, count, factor, offset);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static int Finish<M>(ref T x, ref T y, int from, int to, T factor, T offset)
        where M : struct, IMemoryLane<M, T>
    {
        var (factors, offsets) = (M.Broadcast(factor), M.Broadcast(offset));
        var i = from;
        for (; i <= to - M.Width; i += M.Width)
            M.Store((M.Load(ref Unsafe.Add(ref x, i)) - offsets) * factors, ref Unsafe.Add(ref y, i));
        return i;
    }

    private interface IKeep
    {
        static abstract bool IsStored { get; }
    }

    private readonly struct Stored : IKeep
    {
        public static bool IsStored => true;
    }

    private readonly struct Skipped : IKeep
    {
        public static bool IsStored => false;
    }
}
