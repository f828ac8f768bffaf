using System.Runtime.CompilerServices;
using DslTensors.Lanes;

namespace DslTensors.Cpu;

/// <summary>The innermost loop of normalized channels: (x - center) scale + shift.</summary>
internal static class ChannelAffineRow
{
    public static void Run<L, T>(ref T x, ref T y, int count, T center, T scale, T shift)
        where L : struct, IMemoryLane<L, T>
        where T : unmanaged
    {
        var done = Apply<L, T>(ref x, ref y, 0, count, center, scale, shift);
        Apply<ScalarLane<T>, T>(ref x, ref y, done, count, center, scale, shift);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static int Apply<M, T>(ref T x, ref T y, int from, int to, T center, T scale, T shift)
        where M : struct, IMemoryLane<M, T>
        where T : unmanaged
    {
        var (centers, scales, shifts) = (M.Broadcast(center), M.Broadcast(scale), M.Broadcast(shift));
        var i = from;
        for (; i <= to - M.Width; i += M.Width)
            M.Store(M.FusedMultiplyAdd(M.Load(ref Unsafe.Add(ref x, i)) - centers, scales, shifts), ref Unsafe.Add(ref y, i));
        return i;
    }
}
