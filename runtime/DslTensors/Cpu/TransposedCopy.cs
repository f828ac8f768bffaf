using System.Runtime.CompilerServices;

namespace DslTensors.Cpu;

/// <summary>A copy whose source and target each have neighbouring elements along a dimension of their own, as after a transposition.</summary>
internal static class TransposedCopy
{
    private const int Strip = 64;
    private const int Grain = 32 * 1024;

    /// <summary>Copies if the views are of this kind.</summary>
    public static bool TryRun<T>(TensorView<T> source, TensorView<T> target)
        where T : unmanaged
    {
        var (along, across) = (Neighbours(target), Neighbours(source));
        if (along < 0 || across < 0 || along == across)
            return false;
        var strips = (source.Sizes[across] + Strip - 1) / Strip;
        var perStrip = Math.Min(Strip, source.Sizes[across]) * source.Sizes[along];
        var others = source.Count / (source.Sizes[along] * source.Sizes[across]);
        Parallelism.For(others * strips, Math.Max(1, Grain / perStrip), new Body<T>(source, target, along, across, strips));
        return true;
    }

    private static int Neighbours<T>(TensorView<T> view)
        where T : unmanaged
    {
        for (var dim = view.Rank - 1; dim >= 0; dim--)
        {
            if (view.Strides[dim] == 1 && view.Sizes[dim] > 3)
                return dim;
        }

        return -1;
    }

    private readonly struct Body<T>(TensorView<T> source, TensorView<T> target, int along, int across, int strips) : IRangeBody
        where T : unmanaged
    {
        public void Run(int from, int to)
        {
            for (var item = from; item < to; item++)
            {
                var (number, strip) = Math.DivRem(item, strips);
                var start = strip * Strip;
                nint read = start, written = (nint)start * target.Strides[across];
                for (var dim = source.Rank - 1; dim >= 0; dim--)
                {
                    if (dim == along || dim == across)
                        continue;
                    (number, var index) = Math.DivRem(number, source.Sizes[dim]);
                    read += (nint)index * source.Strides[dim];
                    written += (nint)index * target.Strides[dim];
                }

                TransposedBlock.Copy(
                    ref Unsafe.Add(ref source.Origin, read), source.Strides[along],
                    ref Unsafe.Add(ref target.Origin, written), target.Strides[across],
                    source.Sizes[along], Math.Min(Strip, source.Sizes[across] - start));
            }
        }
    }
}
