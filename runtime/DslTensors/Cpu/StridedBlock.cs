using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DslTensors.Cpu;

/// <summary>
/// Copies a range of a strided view's elements, counted in row-major order, to or from consecutive memory. Dimensions that lie
/// behind one another in memory are walked as one.
/// </summary>
internal readonly ref struct StridedBlock<T>
    where T : unmanaged
{
    private readonly ref T _origin;
    private readonly Span<int> _sizes;
    private readonly Span<int> _strides;
    private readonly Span<int> _index;

    /// <summary>Prepares the walk.</summary>
    /// <param name="view">The elements.</param>
    /// <param name="room">Memory for <see cref="RoomFor"/> integers.</param>
    public StridedBlock(in TensorView<T> view, Span<int> room)
    {
        _origin = ref view.Origin;
        var (sizes, strides) = (view.Sizes, view.Strides);
        _sizes = room[..sizes.Length];
        _strides = room.Slice(sizes.Length, sizes.Length);
        var rank = 0;
        for (var dim = 0; dim < sizes.Length; dim++)
        {
            if (sizes[dim] == 1)
                continue;
            if (rank > 0 && _strides[rank - 1] == (long)strides[dim] * sizes[dim])
            {
                _sizes[rank - 1] *= sizes[dim];
                _strides[rank - 1] = strides[dim];
                continue;
            }

            (_sizes[rank], _strides[rank]) = (sizes[dim], strides[dim]);
            rank++;
        }

        _index = room.Slice(2 * sizes.Length, rank);
        _sizes = _sizes[..rank];
        _strides = _strides[..rank];
    }

    /// <summary>The integers that a walk over a view of this rank needs.</summary>
    public static int RoomFor(int rank) => 3 * rank;

    /// <summary>Copies <paramref name="block"/>.Length elements from number <paramref name="from"/> on out of the view.</summary>
    public void Gather(int from, Span<T> block) => Walk<GatherRun>(from, block);

    /// <summary>Copies <paramref name="block"/> into the view from number <paramref name="from"/> on.</summary>
    public void Scatter(int from, Span<T> block) => Walk<ScatterRun>(from, block);

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private void Walk<TRun>(int from, Span<T> block)
        where TRun : struct, IRun
    {
        if (_sizes.Length == 0)
        {
            TRun.Copy(ref _origin, 0, block);
            return;
        }

        var offset = Seek(from);
        var last = _sizes.Length - 1;
        var (size, stride) = (_sizes[last], _strides[last]);
        while (true)
        {
            var run = Math.Min(block.Length, size - _index[last]);
            TRun.Copy(ref Unsafe.Add(ref _origin, offset + ((nint)_index[last] * stride)), stride, block[..run]);
            block = block[run..];
            if (block.IsEmpty)
                return;
            _index[last] = 0;
            offset = NextRow(offset, last);
        }
    }

    /// <summary>Sets the index to an element's number; returns where its row starts.</summary>
    private nint Seek(int number)
    {
        nint offset = 0;
        for (var dim = _sizes.Length - 1; dim >= 0; dim--)
        {
            (number, _index[dim]) = Math.DivRem(number, _sizes[dim]);
            if (dim < _sizes.Length - 1)
                offset += (nint)_index[dim] * _strides[dim];
        }

        return offset;
    }

    private nint NextRow(nint offset, int last)
    {
        for (var dim = last - 1; dim >= 0; dim--)
        {
            offset += _strides[dim];
            if (++_index[dim] < _sizes[dim])
                break;
            offset -= (nint)_sizes[dim] * _strides[dim];
            _index[dim] = 0;
        }

        return offset;
    }

    private interface IRun
    {
        static abstract void Copy(ref T start, nint stride, Span<T> block);
    }

    private readonly struct GatherRun : IRun
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Copy(ref T start, nint stride, Span<T> block)
        {
            if (stride == 1)
            {
                MemoryMarshal.CreateReadOnlySpan(ref start, block.Length).CopyTo(block);
            }
            else if (stride == 0)
            {
                block.Fill(start);
            }
            else
            {
                for (var i = 0; i < block.Length; i++)
                    block[i] = Unsafe.Add(ref start, i * stride);
            }
        }
    }

    private readonly struct ScatterRun : IRun
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Copy(ref T start, nint stride, Span<T> block)
        {
            if (stride == 1)
            {
                block.CopyTo(MemoryMarshal.CreateSpan(ref start, block.Length));
                return;
            }

            for (var i = 0; i < block.Length; i++)
                Unsafe.Add(ref start, i * stride) = block[i];
        }
    }
}
