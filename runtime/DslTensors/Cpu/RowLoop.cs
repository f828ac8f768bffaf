using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using DslTensors.Lanes;

namespace DslTensors.Cpu;

/// <summary>The one loop of all elementwise functions: operands in memory or repeated, result in memory.</summary>
internal static class RowLoop<TSource, TStore, TElement, TResult>
    where TSource : struct, ILaneSource<TElement>
    where TStore : struct, IResultStore<TElement, TResult>
    where TElement : unmanaged
    where TResult : unmanaged
{
    /// <summary>Computes <paramref name="count"/> elements with the widest lane of this machine.</summary>
    public static void Run(TSource source, scoped in OperandRow<TElement> row, ref TResult result, nint count)
    {
        if (Vector512.IsHardwareAccelerated)
            Run<Lane512<TElement>>(source, row, ref result, count);
        else if (Vector256.IsHardwareAccelerated)
            Run<Lane256<TElement>>(source, row, ref result, count);
        else if (Vector128.IsHardwareAccelerated)
            Run<Lane128<TElement>>(source, row, ref result, count);
        else
            Run<ScalarLane<TElement>>(source, row, ref result, count);
    }

    /// <summary>
    /// Computes <paramref name="count"/> elements. The rest that does not fill a lane goes through a padded copy in the same loop,
    /// so that the function is compiled once per width and every element takes the same path.
    /// </summary>
    /// <remarks>Inlined into a caller, the loop would overrun the JIT's budget and call each operation of the lane.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    public static void Run<L>(TSource source, scoped in OperandRow<TElement> operands, ref TResult result, nint count)
        where L : struct, IMemoryLane<L, TElement>
    {
        Unsafe.SkipInit(out PaddedBlocks padding);
        var row = operands;
        ref var target = ref result;
        nint i = 0, last = count - L.Width, rest = 0;
        while (true)
        {
            for (; i <= last; i += L.Width)
                TStore.Store(source.Evaluate<L>(row, i), ref Unsafe.Add(ref target, i));
            if (rest > 0)
                break;
            rest = count - i;
            if (rest == 0)
                return;
            row = padding.Copy<TSource, TElement>(row, i, rest, L.Width);
            target = ref padding.Result<TResult>();
            (i, last) = (0, 0);
        }

        padding.CopyResult(ref Unsafe.Add(ref result, count - rest), rest);
    }
}
