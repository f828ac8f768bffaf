using System.Runtime.InteropServices;
using DslTensors.Cpu;

namespace DslTensors.Devices.Pooling;

/// <summary>The windows of a pooling along one dimension; where each begins, ends, and how much it counts stand in a table.</summary>
internal struct PoolAxis
{
    public int Elements;
    public int Windows;
    public int Step;
    public int Table;

    public readonly int From(int window) => Table + window;

    public readonly int To(int window) => Table + Windows + window;

    public readonly int Size(int window) => Table + (2 * Windows) + window;
}

/// <summary>A pooling of contiguous planes, up to three spatial dimensions.</summary>
internal struct PoolShape
{
    public PoolAxis Depth;
    public PoolAxis Height;
    public PoolAxis Width;

    /// <summary>What sums are divided by; 0 for the number of elements.</summary>
    public int Divisor;
    public int CountsPadding;

    /// <param name="elements">The sizes of the larger tensor; the last ones are spatial.</param>
    /// <param name="windows">The windows along each spatial dimension.</param>
    /// <param name="table">The places of all windows.</param>
    public static PoolShape Of(ReadOnlySpan<int> elements, PoolWindows[] windows, out int[] table)
    {
        var entries = new List<int>();
        var axes = new PoolAxis[3];
        for (var i = 0; i < 3; i++)
        {
            var at = i - 3 + windows.Length;
            axes[i] = new PoolAxis { Elements = at < 0 ? 1 : elements[^(windows.Length - at)], Windows = at < 0 ? 1 : windows[at].Count, Step = at < 0 ? 1 : windows[at].Step, Table = entries.Count };
            entries.AddRange(at < 0 ? [0, 1, 1] : [.. windows[at].From, .. windows[at].To, .. windows[at].Sizes]);
        }

        table = CollectionsMarshal.AsSpan(entries).ToArray();
        return new PoolShape { Depth = axes[0], Height = axes[1], Width = axes[2] };
    }
}
