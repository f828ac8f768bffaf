namespace DslTensors.Cpu;

/// <summary>The part of a window that lies in its volume: the first index and the end along each dimension.</summary>
internal readonly record struct VolumeBox(int FromZ, int ToZ, int FromY, int ToY, int FromX, int ToX);

/// <summary>The windows of a pooling of volumes, numbered row by row.</summary>
/// <param name="large">The sizes of the tensor that the windows lie in.</param>
/// <param name="small">The sizes of the tensor with an element for each window.</param>
/// <param name="windows">The windows along each dimension.</param>
internal sealed class VolumeWindows(int[] large, int[] small, PoolWindows[] windows)
{
    /// <summary>The number of volumes.</summary>
    public int Planes { get; } = Cpu.Planes.Of(small, 3).Count;

    /// <summary>The number of elements of a volume.</summary>
    public int Large { get; } = large[^1] * large[^2] * large[^3];

    /// <summary>The number of windows of a volume.</summary>
    public int Small { get; } = small[^1] * small[^2] * small[^3];

    /// <summary>How many volumes are worth a thread.</summary>
    public int Grain => Cpu.Planes.Grain(Large + (8L * Small));

    /// <summary>The distance of two elements of a window in depth.</summary>
    public int StepZ { get; } = windows[0].Step;

    /// <summary>The distance of two rows of a window.</summary>
    public int StepY { get; } = windows[1].Step;

    /// <summary>The distance of two elements in a row of a window.</summary>
    public int StepX { get; } = windows[2].Step;

    /// <summary>The index of the first element of a row.</summary>
    public int Line(int z, int y) => ((z * large[^2]) + y) * large[^1];

    /// <summary>Where a window lies.</summary>
    public VolumeBox Box(int window)
    {
        var (depth, row, column) = Places(window);
        return new VolumeBox(
            windows[0].From[depth], windows[0].To[depth], windows[1].From[row], windows[1].To[row], windows[2].From[column], windows[2].To[column]);
    }

    /// <summary>The number of elements that a window's sum is divided by.</summary>
    public int Count(int window, bool countsPadding)
    {
        var (depth, row, column) = Places(window);
        return countsPadding
            ? windows[0].Sizes[depth] * windows[1].Sizes[row] * windows[2].Sizes[column]
            : (windows[0].To[depth] - windows[0].From[depth]) * (windows[1].To[row] - windows[1].From[row]) * (windows[2].To[column] - windows[2].From[column]);
    }

    private (int Depth, int Row, int Column) Places(int window) =>
        (window / (windows[1].Count * windows[2].Count), window / windows[2].Count % windows[1].Count, window % windows[2].Count);
}
