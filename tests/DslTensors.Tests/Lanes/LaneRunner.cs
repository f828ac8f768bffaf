using System.Runtime.Intrinsics;
using DslTensors.Cpu;
using DslTensors.Lanes;

namespace DslTensors.Tests.Lanes;

/// <summary>Runs maps through lanes of one width, without the loop drivers.</summary>
internal static class LaneRunner
{
    private const int LargestWidth = 64;

    /// <summary>The widths in bits that this machine computes in hardware; 0 is the scalar lane.</summary>
    public static IEnumerable<int> Widths
    {
        get
        {
            yield return 0;
            if (Vector128.IsHardwareAccelerated)
                yield return 128;
            if (Vector256.IsHardwareAccelerated)
                yield return 256;
            if (Vector512.IsHardwareAccelerated)
                yield return 512;
        }
    }

    public static T[] Run<T>(int width, UnaryFunction map, T[] a)
        where T : unmanaged => Run(width, (map, default), a, null);

    public static T[] Run<T>(int width, BinaryFunction map, T[] a, T[] b)
        where T : unmanaged => Run(width, (default, map), a, b);

    private static T[] Run<T>(int width, (UnaryFunction One, BinaryFunction Two) maps, T[] a, T[]? b)
        where T : unmanaged => width switch
        {
            0 => Run<ScalarLane<T>, T>(maps, a, b),
            128 => Run<Lane128<T>, T>(maps, a, b),
            256 => Run<Lane256<T>, T>(maps, a, b),
            _ => Run<Lane512<T>, T>(maps, a, b),
        };

    private static T[] Run<L, T>((UnaryFunction One, BinaryFunction Two) maps, T[] a, T[]? b)
        where L : struct, IMemoryLane<L, T>
        where T : unmanaged
    {
        var (paddedA, paddedB, result) = (Pad(a), Pad(b ?? a), new T[a.Length + LargestWidth]);
        for (var i = 0; i < a.Length; i += L.Width)
        {
            var lane = L.Load(in paddedA[i]);
            L.Store(b is null ? maps.One.Invoke(lane) : maps.Two.Invoke(lane, L.Load(in paddedB[i])), ref result[i]);
        }

        return result[..a.Length];
    }

    private static T[] Pad<T>(T[] values)
        where T : unmanaged
    {
        var padded = new T[values.Length + LargestWidth];
        padded.AsSpan().Fill(values[^1]);
        values.CopyTo(padded, 0);
        return padded;
    }
}
