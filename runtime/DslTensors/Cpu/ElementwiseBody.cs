using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DslTensors.Cpu;

/// <summary>
/// A range of an elementwise function, counted in row-major order. Operands that are dense are read in place, single elements are
/// repeated, all others are gathered into blocks that stay in the first cache; so the loop itself only knows dense memory.
/// </summary>
internal readonly struct ElementwiseBody<TSource, TStore, T, TElement, TStored, TResult>(
    TSource source, in OperandViews<T> operands, in TensorView<TStored> result) : IRangeBody
    where TSource : struct, ILaneSource<TElement>
    where TStore : struct, IResultStore<TElement, TResult>
    where T : unmanaged
    where TElement : unmanaged
    where TStored : unmanaged
    where TResult : unmanaged
{
    private const int BlockBytes = 2048;

    private readonly OperandViews<T> _operands = operands;
    private readonly TensorView<TStored> _result = result;
    private readonly TSource _source = source;

    private static bool ReadsInPlace => StorageConversion<T, TElement>.IsIdentity;

    private static bool WritesInPlace => StorageConversion<TStored, TResult>.IsIdentity;

    /// <summary>Computes the elements of the range.</summary>
    public void Run(int from, int to)
    {
        if (IsDirect())
            RunDirect(from, to - from);
        else
            RunBlocks(from, to);
    }

    private bool IsDirect()
    {
        if (!ReadsInPlace || !WritesInPlace || !_result.IsContiguous)
            return false;
        for (var operand = 0; operand < TSource.Arity; operand++)
        {
            if (!_operands[operand].IsContiguous && !RepeatsOneElement(_operands[operand]))
                return false;
        }

        return true;
    }

    private static bool RepeatsOneElement(in TensorView<T> view)
    {
        for (var dim = 0; dim < view.Rank; dim++)
        {
            if (view.Strides[dim] != 0 && view.Sizes[dim] != 1)
                return false;
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    private void RunDirect(int from, int count)
    {
        Unsafe.SkipInit(out PaddedBlocks repeated);
        scoped var row = default(OperandRow<TElement>);
        for (var operand = 0; operand < TSource.Arity; operand++)
        {
            ref readonly var view = ref _operands[operand];
            ref var origin = ref Unsafe.As<T, TElement>(ref view.Origin);
            if (view.IsContiguous)
                row.Set(operand, ref Unsafe.Add(ref origin, from), -1);
            else
                row.Set(operand, ref Repeat(ref repeated.Operand<TElement>(operand), origin), 0);
        }

        ref var target = ref Unsafe.As<TStored, TResult>(ref Unsafe.Add(ref _result.Origin, from));
        RowLoop<TSource, TStore, TElement, TResult>.Run(_source, row, ref target, count);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    private void RunBlocks(int from, int to)
    {
        Unsafe.SkipInit(out PaddedBlocks repeated);
        var length = BlockBytes / Math.Max(Unsafe.SizeOf<TElement>(), Unsafe.SizeOf<TResult>());
        Span<TElement> blocks = stackalloc TElement[TSource.Arity * length];
        Span<T> stored = stackalloc T[length];
        Span<TResult> results = stackalloc TResult[length];
        Span<TStored> narrowed = stackalloc TStored[length];
        Span<int> room = stackalloc int[StridedBlock<T>.RoomFor(_result.Rank)];
        scoped var row = default(OperandRow<TElement>);
        for (var start = from; start < to; start += length)
        {
            var count = Math.Min(length, to - start);
            for (var operand = 0; operand < TSource.Arity; operand++)
            {
                ref readonly var view = ref _operands[operand];
                var block = blocks.Slice(operand * length, count);
                if (ReadsInPlace && view.IsContiguous)
                {
                    row.Set(operand, ref Unsafe.As<T, TElement>(ref Unsafe.Add(ref view.Origin, start)), -1);
                }
                else if (RepeatsOneElement(view))
                {
                    StorageConversion<T, TElement>.Widen(new(ref view.Origin), block);
                    row.Set(operand, ref Repeat(ref repeated.Operand<TElement>(operand), block[0]), 0);
                }
                else
                {
                    Read(view, start, block, stored, room);
                    row.Set(operand, ref MemoryMarshal.GetReference(block), -1);
                }
            }

            if (WritesInPlace && _result.IsContiguous)
            {
                ref var target = ref Unsafe.As<TStored, TResult>(ref Unsafe.Add(ref _result.Origin, start));
                RowLoop<TSource, TStore, TElement, TResult>.Run(_source, row, ref target, count);
            }
            else
            {
                RowLoop<TSource, TStore, TElement, TResult>.Run(_source, row, ref MemoryMarshal.GetReference(results), count);
                Write(results[..count], start, narrowed, room);
            }
        }
    }

    private static void Read(in TensorView<T> view, int start, Span<TElement> block, Span<T> stored, Span<int> room)
    {
        if (view.IsContiguous)
        {
            StorageConversion<T, TElement>.Widen(view.Span.Slice(start, block.Length), block);
        }
        else if (ReadsInPlace)
        {
            new StridedBlock<T>(view, room).Gather(start, MemoryMarshal.Cast<TElement, T>(block));
        }
        else
        {
            stored = stored[..block.Length];
            new StridedBlock<T>(view, room).Gather(start, stored);
            StorageConversion<T, TElement>.Widen(stored, block);
        }
    }

    private void Write(ReadOnlySpan<TResult> results, int start, Span<TStored> narrowed, Span<int> room)
    {
        if (_result.IsContiguous)
        {
            StorageConversion<TStored, TResult>.Narrow(results, _result.Span.Slice(start, results.Length));
            return;
        }

        narrowed = narrowed[..results.Length];
        StorageConversion<TStored, TResult>.Narrow(results, narrowed);
        new StridedBlock<TStored>(_result, room).Scatter(start, narrowed);
    }

    private static ref TElement Repeat(ref TElement block, TElement value)
    {
        MemoryMarshal.CreateSpan(ref block, PaddedBlocks.VectorBytes / Unsafe.SizeOf<TElement>()).Fill(value);
        return ref block;
    }
}
