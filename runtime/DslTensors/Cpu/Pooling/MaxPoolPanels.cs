using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using DslTensors.Lanes;

namespace DslTensors.Cpu;

/// <summary>What a maximum pooling with windows of equal length reads and fills.</summary>
/// <param name="Source">The elements.</param>
/// <param name="Offset">Where the first one lies.</param>
/// <param name="Places">Where each window starts in memory.</param>
/// <param name="Starts">The index in its plane where each window starts, be it in the padding.</param>
/// <param name="Firsts">The index in its plane of each window's first element, where there is padding before some.</param>
/// <param name="Taps">Where the elements of a window lie, counted from its start.</param>
/// <param name="TapIndices">What each adds to the index of the start.</param>
/// <param name="Values">Takes the greatest elements.</param>
/// <param name="Indices">Takes their indices.</param>
internal sealed record MaxPoolOperands<T>(
    T[] Source, int Offset, OffsetTable Places, OffsetTable Starts, OffsetTable? Firsts, int[] Taps, int[] TapIndices, TensorView<T> Values, TensorView<long> Indices)
    where T : unmanaged;

/// <summary>Maximum pooling of real numbers with windows of equal length: the elements of many windows are laid side by side and compared as vectors.</summary>
internal static class MaxPoolPanels
{
    public static void Run<T>(TensorView<T> input, TensorView<T> values, TensorView<long> indices, Planes planes, PoolWindows rows, PoolWindows columns)
        where T : unmanaged
    {
        if (values.Count == 0)
            return;
        var dense = input.Dense();
        int[] sizes = [1, planes.Count, planes.Size / planes.Columns, planes.Columns];
        var images = new TensorView<T>(dense.Array, dense.Offset, StridedLayout.Contiguous(sizes));
        var padded = PaddedImages<T>.Of(
            images,
            [rows.Starts[0], columns.Starts[0]],
            [rows.Starts[^1] + ((rows.Length - 1) * rows.Step), columns.Starts[^1] + ((columns.Length - 1) * columns.Step)],
            ((Scalar)double.NegativeInfinity).To<T>());
        var (down, right) = (padded.Strides[2], padded.Strides[3]);
        var operands = new MaxPoolOperands<T>(
            padded.Array,
            padded.Offset,
            new OffsetTable(Grid(rows.Starts, columns.Starts, down, right), planes.Count, padded.Strides[1]),
            new OffsetTable(Grid(rows.Starts, columns.Starts, planes.Columns, 1), planes.Count),
            rows.Starts[0] < 0 || columns.Starts[0] < 0 ? new OffsetTable(Grid(rows.From, columns.From, planes.Columns, 1), planes.Count) : null,
            OffsetTable.Sums(OffsetTable.Steps(rows.Length, rows.Step * down), OffsetTable.Steps(columns.Length, columns.Step * right)),
            OffsetTable.Sums(OffsetTable.Steps(rows.Length, rows.Step * planes.Columns), OffsetTable.Steps(columns.Length, columns.Step)),
            values,
            indices);
        if (Vector512.IsHardwareAccelerated)
            MaxPoolPanels<Lane512<T>, T>.Run(operands);
        else if (Vector256.IsHardwareAccelerated)
            MaxPoolPanels<Lane256<T>, T>.Run(operands);
        else if (Vector128.IsHardwareAccelerated)
            MaxPoolPanels<Lane128<T>, T>.Run(operands);
        else
            MaxPoolPanels<ScalarLane<T>, T>.Run(operands);
        padded.Return();
    }

    private static int[] Grid(int[] rows, int[] columns, int down, int right) =>
        OffsetTable.Sums(Array.ConvertAll(rows, row => row * down), Array.ConvertAll(columns, column => column * right));
}

/// <summary>The loops of <see cref="MaxPoolPanels"/> for one width of vectors.</summary>
internal static class MaxPoolPanels<L, T>
    where L : struct, IMemoryLane<L, T>
    where T : unmanaged
{
    private const int TapBlock = 256;

    private static int Width => 2 * L.Width;

    public static void Run(MaxPoolOperands<T> operands)
    {
        var panels = (operands.Values.Count + Width - 1) / Width;
        var cycles = (2L * Width * operands.Taps.Length) + (4 * Width);
        Parallelism.For(panels, (int)Math.Max(1, 60_000 / cycles), new Panels(operands));
    }

    private readonly struct Panels(MaxPoolOperands<T> operands) : IRangeBody
    {
        public void Run(int from, int to)
        {
            var packed = ArrayPool<T>.Shared.Rent(TapBlock * Width);
            var tapIndices = Array.ConvertAll(operands.TapIndices, Bits);
            for (var panel = from; panel < to; panel++)
                Run(panel * Width, packed, tapIndices);
            ArrayPool<T>.Shared.Return(packed);
        }

        private void Run(int first, T[] packed, T[] tapIndices)
        {
            Span<int> columns = stackalloc int[Width];
            Span<int> starts = stackalloc int[Width];
            Span<T> greatest = stackalloc T[Width];
            Span<T> places = stackalloc T[Width];
            columns = columns[..Math.Min(Width, operands.Values.Count - first)];
            operands.Starts.Fill(first, starts[..columns.Length]);
            if (operands.Firsts is { } firsts)
            {
                firsts.Fill(first, columns);
                for (var i = 0; i < columns.Length; i++)
                    places[i] = Bits(columns[i] - starts[i]);
            }

            operands.Places.Fill(first, columns);
            greatest.Fill(((Scalar)double.NegativeInfinity).To<T>());
            for (var block = 0; block < tapIndices.Length; block += TapBlock)
            {
                var count = Math.Min(TapBlock, tapIndices.Length - block);
                WindowPacking<L, T>.Pack(ref Unsafe.Add(ref operands.Source[0], operands.Offset), operands.Taps.AsSpan(block, count), columns, ref packed[0], Width);
                Compare(ref packed[0], tapIndices.AsSpan(block, count), ref greatest[0], ref places[0]);
            }

            greatest[..columns.Length].CopyTo(operands.Values.Span[first..]);
            var indices = operands.Indices.Span.Slice(first, columns.Length);
            for (var i = 0; i < indices.Length; i++)
                indices[i] = starts[i] + Number(places[i]);
        }

        // An index is carried along as the bits of an element, which choosing does not look at.
        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        private static void Compare(ref T packed, ReadOnlySpan<T> tapIndices, ref T greatest, ref T places)
        {
            var (best0, best1) = (L.Load(ref greatest), L.Load(ref Unsafe.Add(ref greatest, L.Width)));
            var (place0, place1) = (L.Load(ref places), L.Load(ref Unsafe.Add(ref places, L.Width)));
            foreach (var index in tapIndices)
            {
                var place = L.Broadcast(index);
                Choose(L.Load(ref packed), place, ref best0, ref place0);
                Choose(L.Load(ref Unsafe.Add(ref packed, L.Width)), place, ref best1, ref place1);
                packed = ref Unsafe.Add(ref packed, 2 * L.Width);
            }

            L.Store(best0, ref greatest);
            L.Store(best1, ref Unsafe.Add(ref greatest, L.Width));
            L.Store(place0, ref places);
            L.Store(place1, ref Unsafe.Add(ref places, L.Width));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Choose(L candidate, L place, ref L best, ref L bestPlace)
        {
            var isGreater = L.Or(L.Greater(candidate, best), L.IsNaN(candidate));
            best = L.Select(isGreater, candidate, best);
            bestPlace = L.Select(isGreater, place, bestPlace);
        }

        private static T Bits(int number) => typeof(T) == typeof(float)
            ? (T)(object)BitConverter.Int32BitsToSingle(number)
            : (T)(object)BitConverter.Int64BitsToDouble(number);

        private static int Number(T bits) => typeof(T) == typeof(float)
            ? BitConverter.SingleToInt32Bits((float)(object)bits)
            : (int)BitConverter.DoubleToInt64Bits((double)(object)bits);
    }
}
