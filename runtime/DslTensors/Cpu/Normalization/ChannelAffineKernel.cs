using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using DslTensors.Lanes;

namespace DslTensors.Cpu;

/// <summary>Each channel times a number, and another one added.</summary>
internal static class ChannelAffineKernel
{
    private const int Grain = 32 * 1024;

    public static void Run<T>(TensorView<T> input, T[]? scale, T[]? shift, TensorView<T> result)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var runs = ChannelRuns.Of(input.Sizes);
        var grain = Math.Max(1, Grain / Math.Max(1, runs.Length));
        if (Vector512.IsHardwareAccelerated)
            Parallelism.For(runs.Batch * runs.Channels, grain, new Body<Lane512<T>, T>(runs, input, scale, shift, result));
        else if (Vector256.IsHardwareAccelerated)
            Parallelism.For(runs.Batch * runs.Channels, grain, new Body<Lane256<T>, T>(runs, input, scale, shift, result));
        else
            Parallelism.For(runs.Batch * runs.Channels, grain, new Body<Lane128<T>, T>(runs, input, scale, shift, result));
    }

    private readonly struct Body<L, T>(ChannelRuns runs, TensorView<T> input, T[]? scale, T[]? shift, TensorView<T> result) : IRangeBody
        where L : struct, IMemoryLane<L, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int from, int to)
        {
            if (runs.Length == 1 && scale is not null && shift is not null)
            {
                RunColumns(from, to);
                return;
            }

            for (var run = from; run < to; run++)
            {
                var channel = run % runs.Channels;
                var (factor, added) = (scale is null ? T.One : scale[channel], shift is null ? T.Zero : shift[channel]);
                ChannelAffineRow.Run<L, T>(ref runs.Start(input, 0, run), ref runs.Start(result, 0, run), runs.Length, T.Zero, factor, added);
            }
        }

        // With one element to a channel, whole examples make vectors.
        private void RunColumns(int from, int to)
        {
            while (from < to)
            {
                var channel = from % runs.Channels;
                var count = Math.Min(to - from, runs.Channels - channel);
                var done = Columns<L>(ref runs.Start(input, 0, from), ref runs.Start(result, 0, from), ref scale![channel], ref shift![channel], 0, count);
                Columns<ScalarLane<T>>(ref runs.Start(input, 0, from), ref runs.Start(result, 0, from), ref scale[channel], ref shift[channel], done, count);
                from += count;
            }
        }

        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        private static int Columns<M>(ref T x, ref T y, ref T factors, ref T added, int from, int to)
            where M : struct, IMemoryLane<M, T>
        {
            var i = from;
            for (; i <= to - M.Width; i += M.Width)
                M.Store(M.FusedMultiplyAdd(M.Load(ref Unsafe.Add(ref x, i)), M.Load(ref Unsafe.Add(ref factors, i)), M.Load(ref Unsafe.Add(ref added, i))), ref Unsafe.Add(ref y, i));
            return i;
        }
    }
}
