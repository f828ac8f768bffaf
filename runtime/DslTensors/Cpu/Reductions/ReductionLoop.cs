using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using DslTensors.Lanes;

namespace DslTensors.Cpu;

/// <summary>
/// Reduces any dimensions of a tensor, in the widest vectors there are: along rows where a reduced dimension is contiguous, row by row
/// where a kept one is. Long rows are summed in halves, so that rounding grows with the logarithm of their length.
/// </summary>
public static class ReductionLoop
{
    private const int Grain = 32 * 1024;
    private const int LeastItems = 16;
    private const int LeastBlock = 256;

    /// <summary>Reduces the flagged dimensions of <paramref name="input"/> into <paramref name="result"/>, which is contiguous.</summary>
    /// <typeparam name="TReduction">What to do with elements.</typeparam>
    /// <typeparam name="T">The element type: float, double or an integer.</typeparam>
    public static void Run<TReduction, T>(TReduction reduction, in TensorView<T> input, bool[] reduced, in TensorView<T> result)
        where TReduction : struct, IReduction
        where T : unmanaged
    {
        if (result.Count == 0)
            return;
        if (Vector512.IsHardwareAccelerated)
            Run<TReduction, Lane512<T>, T>(reduction, input, reduced, result);
        else if (Vector256.IsHardwareAccelerated)
            Run<TReduction, Lane256<T>, T>(reduction, input, reduced, result);
        else
            Run<TReduction, Lane128<T>, T>(reduction, input, reduced, result);
    }

    private static void Run<TReduction, L, T>(TReduction reduction, in TensorView<T> input, bool[] reduced, in TensorView<T> result)
        where TReduction : struct, IReduction
        where L : struct, IMemoryLane<L, T>
        where T : unmanaged
    {
        var plan = new ReductionPlan(input.Layout, reduced);
        var perResult = 1;
        foreach (var size in plan.ReducedSizes)
            perResult *= size;
        if (plan.KeptStrides.Length > 0 && plan.KeptStrides[^1] == 1 && !(plan.ReducedStrides.Length > 0 && plan.ReducedStrides[^1] == 1))
        {
            var row = plan.KeptSizes[^1];
            var rows = result.Count / row;

            // A few long rows are shared out in blocks of columns.
            var block = rows >= LeastItems ? row : Math.Min(row, Math.Max(LeastBlock, ((row / LeastItems) + LeastBlock - 1) / LeastBlock * LeastBlock));
            var blocks = (row + block - 1) / block;
            Parallelism.For(
                rows * blocks,
                Math.Max(1, Grain / Math.Max(1, block * perResult)),
                new ColumnReduction<TReduction, L, T>(reduction, input, plan, result, block, blocks, perResult));
        }
        else
        {
            Parallelism.For(result.Count, Math.Max(1, Grain / Math.Max(1, perResult)), new Rows<TReduction, L, T>(reduction, input, plan, result, perResult));
        }
    }

    /// <summary>Each result is the reduction of runs of elements.</summary>
    private readonly struct Rows<TReduction, L, T>(TReduction reduction, TensorView<T> input, ReductionPlan plan, TensorView<T> result, int perResult) : IRangeBody
        where TReduction : struct, IReduction
        where L : struct, IMemoryLane<L, T>
        where T : unmanaged
    {
        public void Run(int from, int to)
        {
            var dims = plan.ReducedSizes.Length;
            var run = dims == 0 ? 1 : plan.ReducedSizes[^1];
            var stride = dims == 0 ? 1 : plan.ReducedStrides[^1];
            var runs = run == 0 ? 0 : perResult / run;
            ref var origin = ref input.Origin;
            var i = from;
            if (stride == 1 && runs == 1 && plan.KeptSizes.Length == 1 && RunReduction<TReduction, L, T>.FitsRows(run))
            {
                nint distance = plan.KeptStrides[0];
                for (; i <= to - L.Width; i += L.Width)
                    RunReduction<TReduction, L, T>.ReduceRows(reduction, ref Unsafe.Add(ref origin, i * distance), distance, run, ref Unsafe.Add(ref result.Origin, i));
            }

            for (; i < to; i++)
            {
                var start = ReductionPlan.OffsetOf(i, plan.KeptSizes, plan.KeptStrides, plan.KeptSizes.Length);
                var total = reduction.Start<ScalarLane<T>>();
                for (var j = 0; j < runs; j++)
                {
                    var at = start + ReductionPlan.OffsetOf(j, plan.ReducedSizes, plan.ReducedStrides, dims - 1);
                    total = reduction.Join(total, RunReduction<TReduction, L, T>.Reduce(reduction, ref Unsafe.Add(ref origin, at), stride, run));
                }

                ScalarLane<T>.Store(total, ref Unsafe.Add(ref result.Origin, i));
            }
        }
    }
}
