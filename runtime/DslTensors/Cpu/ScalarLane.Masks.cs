using System.Runtime.CompilerServices;

namespace DslTensors.Cpu;

internal readonly partial struct ScalarLane<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> Equal(ScalarLane<T> a, ScalarLane<T> b) => Narrow(Lane128<T>.Equal(Wide(a), Wide(b)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> Less(ScalarLane<T> a, ScalarLane<T> b) => Narrow(Lane128<T>.Less(Wide(a), Wide(b)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> LessOrEqual(ScalarLane<T> a, ScalarLane<T> b) => Narrow(Lane128<T>.LessOrEqual(Wide(a), Wide(b)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> IsNaN(ScalarLane<T> a) => Narrow(Lane128<T>.IsNaN(Wide(a)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> And(ScalarLane<T> a, ScalarLane<T> b) => Narrow(Lane128<T>.And(Wide(a), Wide(b)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> Or(ScalarLane<T> a, ScalarLane<T> b) => Narrow(Lane128<T>.Or(Wide(a), Wide(b)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> Xor(ScalarLane<T> a, ScalarLane<T> b) => Narrow(Lane128<T>.Xor(Wide(a), Wide(b)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> AddBits(ScalarLane<T> a, ScalarLane<T> b) => Narrow(Lane128<T>.AddBits(Wide(a), Wide(b)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> SubtractBits(ScalarLane<T> a, ScalarLane<T> b) => Narrow(Lane128<T>.SubtractBits(Wide(a), Wide(b)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> Not(ScalarLane<T> a) => Narrow(Lane128<T>.Not(Wide(a)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> Select(ScalarLane<T> mask, ScalarLane<T> whenTrue, ScalarLane<T> whenFalse) => Any(mask) ? whenTrue : whenFalse;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong MaskBits(ScalarLane<T> mask) => Any(mask) ? 1UL : 0UL;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(ScalarLane<T> mask) => Lane128<T>.Any(Wide(mask));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> Bits(long pattern) => Narrow(Lane128<T>.Bits(pattern));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> ShiftLeft(ScalarLane<T> a, int count) => Narrow(Lane128<T>.ShiftLeft(Wide(a), count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> ShiftRight(ScalarLane<T> a, int count) => Narrow(Lane128<T>.ShiftRight(Wide(a), count));
}
