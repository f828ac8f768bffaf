using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DslTensors.Cpu;

/// <summary>Images [b, c, ...] with as many zeros, or another number, around them as windows reach beyond: themselves where none do, otherwise a copy.</summary>
internal sealed class PaddedImages<T>
    where T : unmanaged
{
    private readonly T[]? _rented;

    private PaddedImages(T[] array, int offset, int[] strides, T[]? rented) => (Array, Offset, Strides, _rented) = (array, offset, strides, rented);

    public T[] Array { get; }

    /// <summary>Where the first element of the first image lies, after what stands before it.</summary>
    public int Offset { get; }

    /// <summary>The distances along the batch, the channels and the spatial dimensions.</summary>
    public int[] Strides { get; }

    /// <param name="images">The images.</param>
    /// <param name="least">The least index that is read along each spatial dimension.</param>
    /// <param name="most">The greatest one.</param>
    /// <param name="filling">What stands around the images.</param>
    public static PaddedImages<T> Of(TensorView<T> images, ReadOnlySpan<int> least, ReadOnlySpan<int> most, T filling = default)
    {
        var spatial = least.Length;
        int[] sizes = [.. images.Sizes];
        var before = new int[spatial];
        var isPadded = false;
        for (var i = 0; i < spatial; i++)
        {
            before[i] = Math.Max(0, -least[i]);
            var after = Math.Max(0, most[i] - (sizes[2 + i] - 1));
            sizes[2 + i] += before[i] + after;
            isPadded |= before[i] + after > 0;
        }

        if (!isPadded)
            return new PaddedImages<T>(images.Array, images.Offset, images.Strides, null);
        var layout = StridedLayout.Contiguous(sizes);
        var rented = ArrayPool<T>.Shared.Rent(layout.Count);
        var offset = 0;
        for (var i = 0; i < spatial; i++)
            offset += before[i] * layout.Strides[2 + i];
        var inside = new TensorView<T>(rented, offset, StridedLayout.Strided(images.Sizes, layout.Strides));
        var grain = Math.Max(1, 16 * 1024 / Math.Max(1, layout.Strides[1]));
        Parallelism.For(sizes[0] * sizes[1], grain, new Planes(images, inside, layout.Strides[1], filling));
        return new PaddedImages<T>(rented, offset, layout.Strides, rented);
    }

    /// <summary>Gives the copy's memory back.</summary>
    public void Return()
    {
        if (_rented is not null)
            ArrayPool<T>.Shared.Return(_rented);
    }

    private readonly struct Planes(TensorView<T> images, TensorView<T> inside, int size, T filling) : IRangeBody
    {
        // Shorter rows are copied faster by hand.
        private const int ShortRow = 32;

        public void Run(int from, int to)
        {
            var (given, padded) = (images, inside);
            var spatial = images.Rank - 2;
            inside.Array.AsSpan(from * size, (to - from) * size).Fill(filling);
            var sources = OffsetTable.Sums(OffsetTable.Along(spatial - 1, i => OffsetTable.Steps(given.Sizes[2 + i], given.Strides[2 + i])));
            var targets = OffsetTable.Sums(OffsetTable.Along(spatial - 1, i => OffsetTable.Steps(given.Sizes[2 + i], padded.Strides[2 + i])));
            var (length, stride) = (images.Sizes[^1], images.Strides[^1]);
            for (var plane = from; plane < to; plane++)
            {
                var (image, channel) = Math.DivRem(plane, images.Sizes[1]);
                var source = images.Offset + (image * images.Strides[0]) + (channel * images.Strides[1]);
                var target = inside.Offset + (plane * size);
                for (var row = 0; row < sources.Length; row++)
                    CopyRow(source + sources[row], stride, inside.Array.AsSpan(target + targets[row], length));
            }
        }

        private void CopyRow(int from, int stride, Span<T> target)
        {
            if (stride == 1 && target.Length > ShortRow)
            {
                images.Array.AsSpan(from, target.Length).CopyTo(target);
                return;
            }

            ref var source = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(images.Array), from);
            for (var i = 0; i < target.Length; i++)
                target[i] = Unsafe.Add(ref source, i * stride);
        }
    }
}
