using System.Runtime.CompilerServices;

namespace DslTensors.Cpu;

internal readonly partial struct ScalarLane<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> Min(ScalarLane<T> a, ScalarLane<T> b) => Narrow(Lane128<T>.Min(Wide(a), Wide(b)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> Max(ScalarLane<T> a, ScalarLane<T> b) => Narrow(Lane128<T>.Max(Wide(a), Wide(b)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> Abs(ScalarLane<T> a) => Narrow(Lane128<T>.Abs(Wide(a)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> Floor(ScalarLane<T> a) => Narrow(Lane128<T>.Floor(Wide(a)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> Ceiling(ScalarLane<T> a) => Narrow(Lane128<T>.Ceiling(Wide(a)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> Round(ScalarLane<T> a) => Narrow(Lane128<T>.Round(Wide(a)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> Truncate(ScalarLane<T> a) => Narrow(Lane128<T>.Truncate(Wide(a)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> Sqrt(ScalarLane<T> a) => Narrow(Lane128<T>.Sqrt(Wide(a)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> Sign(ScalarLane<T> a) => Narrow(Lane128<T>.Sign(Wide(a)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> CopySign(ScalarLane<T> a, ScalarLane<T> sign) => Narrow(Lane128<T>.CopySign(Wide(a), Wide(sign)));
}
