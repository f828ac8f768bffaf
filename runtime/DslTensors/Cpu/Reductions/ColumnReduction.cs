using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DslTensors.Lanes;

namespace DslTensors.Cpu;

/// <summary>Rows of results that are the reduction of rows of elements, each in blocks of columns.</summary>
internal readonly struct ColumnReduction<TReduction, L, T>(
    TReduction reduction, TensorView<T> input, ReductionPlan plan, TensorView<T> result, int block, int blocks, int perResult) : IRangeBody
    where TReduction : struct, IReduction
    where L : struct, IMemoryLane<L, T>
    where T : unmanaged
{
    public void Run(int from, int to)
    {
        for (var item = from; item < to; item++)
        {
            var (number, part) = Math.DivRem(item, blocks);
            var row = plan.KeptSizes[^1];
            var column = part * block;
            var count = Math.Min(block, row - column);
            var start = ReductionPlan.OffsetOf(number, plan.KeptSizes, plan.KeptStrides, plan.KeptSizes.Length - 1) + column;
            Reduce(start, ref Unsafe.Add(ref result.Origin, (number * row) + column), count);
        }
    }

    private void Reduce(int start, ref T target, int count)
    {
        MemoryMarshal.CreateSpan(ref target, count).Fill(reduction.Start<ScalarLane<T>>().Value);
        ref var origin = ref Unsafe.Add(ref input.Origin, start);
        var i = 0;
        for (; i <= perResult - 4; i += 4)
        {
            ref var a = ref Unsafe.Add(ref origin, OffsetOf(i));
            ref var b = ref Unsafe.Add(ref origin, OffsetOf(i + 1));
            ref var c = ref Unsafe.Add(ref origin, OffsetOf(i + 2));
            ref var d = ref Unsafe.Add(ref origin, OffsetOf(i + 3));
            Join(reduction, ref a, ref b, ref c, ref d, ref target, count);
        }

        for (; i < perResult; i++)
            Join(reduction, ref Unsafe.Add(ref origin, OffsetOf(i)), ref target, count);
    }

    private int OffsetOf(int number) => plan.ReducedSizes.Length == 1
        ? number * plan.ReducedStrides[0]
        : ReductionPlan.OffsetOf(number, plan.ReducedSizes, plan.ReducedStrides, plan.ReducedSizes.Length);

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Join(TReduction reduction, ref T a, ref T b, ref T c, ref T d, ref T target, int count)
    {
        nint i = 0;
        for (; i <= count - L.Width; i += L.Width)
        {
            var left = reduction.Join(reduction.Map(L.Load(ref Unsafe.Add(ref a, i))), reduction.Map(L.Load(ref Unsafe.Add(ref b, i))));
            var right = reduction.Join(reduction.Map(L.Load(ref Unsafe.Add(ref c, i))), reduction.Map(L.Load(ref Unsafe.Add(ref d, i))));
            ref var at = ref Unsafe.Add(ref target, i);
            L.Store(reduction.Join(L.Load(ref at), reduction.Join(left, right)), ref at);
        }

        for (; i < count; i++)
        {
            var left = reduction.Join(reduction.Map(ScalarLane<T>.Load(ref Unsafe.Add(ref a, i))), reduction.Map(ScalarLane<T>.Load(ref Unsafe.Add(ref b, i))));
            var right = reduction.Join(reduction.Map(ScalarLane<T>.Load(ref Unsafe.Add(ref c, i))), reduction.Map(ScalarLane<T>.Load(ref Unsafe.Add(ref d, i))));
            ref var at = ref Unsafe.Add(ref target, i);
            ScalarLane<T>.Store(reduction.Join(ScalarLane<T>.Load(ref at), reduction.Join(left, right)), ref at);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Join(TReduction reduction, ref T source, ref T target, int count)
    {
        nint i = 0;
        for (; i <= count - L.Width; i += L.Width)
        {
            ref var at = ref Unsafe.Add(ref target, i);
            L.Store(reduction.Join(L.Load(ref at), reduction.Map(L.Load(ref Unsafe.Add(ref source, i)))), ref at);
        }

        for (; i < count; i++)
        {
            ref var at = ref Unsafe.Add(ref target, i);
            ScalarLane<T>.Store(reduction.Join(ScalarLane<T>.Load(ref at), reduction.Map(ScalarLane<T>.Load(ref Unsafe.Add(ref source, i)))), ref at);
        }
    }
}
