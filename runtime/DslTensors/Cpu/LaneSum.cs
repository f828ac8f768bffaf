using System.Numerics;
using System.Runtime.CompilerServices;
using DslTensors.Lanes;

namespace DslTensors.Cpu;

/// <summary>The sum of a lane's elements.</summary>
internal static class LaneSum
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [SkipLocalsInit]
    public static T Of<L, T>(L lane)
        where L : struct, IMemoryLane<L, T>
        where T : unmanaged, INumberBase<T>
    {
        Span<T> elements = stackalloc T[L.Width];
        L.Store(lane, ref elements[0]);
        for (var half = L.Width / 2; half > 0; half /= 2)
        {
            for (var i = 0; i < half; i++)
                elements[i] += elements[i + half];
        }

        return elements[0];
    }
}
