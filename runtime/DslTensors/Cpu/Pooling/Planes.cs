namespace DslTensors.Cpu;

/// <summary>Images as independent planes of rows and columns; lines are planes of one row.</summary>
/// <param name="Count">How many planes there are.</param>
/// <param name="Columns">The length of a row.</param>
/// <param name="Size">The elements of a plane.</param>
internal readonly record struct Planes(int Count, int Columns, int Size)
{
    private static readonly PoolWindows s_oneRow = PoolWindows.Of([1], 1, 1, 0, 1, ceilMode: false)[0];

    /// <summary>The planes of a tensor whose last dimensions are the spatial ones.</summary>
    public static Planes Of(ReadOnlySpan<int> sizes, int spatial)
    {
        var size = 1;
        foreach (var length in sizes[^spatial..])
            size *= length;
        var count = 1;
        foreach (var length in sizes[..^spatial])
            count *= length;
        return new Planes(size == 0 ? 0 : count, sizes[^1], size);
    }

    /// <summary>The windows along rows and columns.</summary>
    public static (PoolWindows Rows, PoolWindows Columns) Windows(PoolWindows[] windows) => (windows.Length == 1 ? s_oneRow : windows[^2], windows[^1]);

    /// <summary>How many planes a thread should take at once, for about 20 microseconds of work.</summary>
    public static int Grain(long elementsPerPlane) => (int)Math.Max(1, 16 * 1024 / Math.Max(1, elementsPerPlane));
}
