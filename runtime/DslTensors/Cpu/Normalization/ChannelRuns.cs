using System.Buffers;
using System.Runtime.CompilerServices;

namespace DslTensors.Cpu;

/// <summary>A contiguous tensor [b, c, ...] as one run of elements for each example and channel.</summary>
/// <param name="Batch">The number of examples.</param>
/// <param name="Channels">The number of channels.</param>
/// <param name="Length">The elements of a run.</param>
internal readonly record struct ChannelRuns(int Batch, int Channels, int Length)
{
    private const int Grain = 16 * 1024;
    private const int ShortRun = 16;

    /// <summary>The elements of a channel.</summary>
    public int PerChannel => Batch * Length;

    /// <summary>How many channels make a part of the work.</summary>
    public int ChannelGrain => Math.Max(1, Grain / Math.Max(1, PerChannel));

    public static ChannelRuns Of(int[] sizes)
    {
        var length = 1;
        foreach (var size in sizes.AsSpan(2))
            length *= size;
        return new(sizes[0], sizes[1], length);
    }

    /// <summary>Whether the runs are too short for vectors, so that each channel is better brought together first.</summary>
    public bool IsScattered => Length < ShortRun && Batch > 1;

    /// <summary>Memory for the elements in the order of the channels, to be given back by <see cref="Return"/>.</summary>
    public TensorView<T> Rent<T>()
        where T : unmanaged => new(ArrayPool<T>.Shared.Rent(Batch * Channels * Length), 0, StridedLayout.Contiguous(1, Channels, Batch * Length));

    /// <summary>The elements in the order of the channels, to be given back by <see cref="Return"/>.</summary>
    public TensorView<T> Gather<T>(in TensorView<T> view)
        where T : unmanaged
    {
        var gathered = Rent<T>();
        StridedCopy.Run(ByChannel(view), new TensorView<T>(gathered.Array, 0, StridedLayout.Contiguous(Channels, Batch, Length)));
        return gathered;
    }

    /// <summary>Puts gathered elements back in their places.</summary>
    public void Scatter<T>(in TensorView<T> gathered, in TensorView<T> view)
        where T : unmanaged => StridedCopy.Run(new TensorView<T>(gathered.Array, 0, StridedLayout.Contiguous(Channels, Batch, Length)), ByChannel(view));

    public static void Return<T>(in TensorView<T> rented)
        where T : unmanaged => ArrayPool<T>.Shared.Return(rented.Array);

    private TensorView<T> ByChannel<T>(in TensorView<T> view)
        where T : unmanaged => new(view.Array, view.Offset, StridedLayout.Strided([Channels, Batch, Length], [Length, Channels * Length, 1]));

    /// <summary>The first element of a run.</summary>
    public ref T Start<T>(in TensorView<T> view, int example, int channel)
        where T : unmanaged => ref Unsafe.Add(ref view.Origin, (((nint)example * Channels) + channel) * Length);
}
