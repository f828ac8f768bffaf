using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using DslTensors.Lanes;

namespace DslTensors.Cpu;

/// <summary>A lane of one element. It computes in the lowest element of a vector, so that no rule is written twice.</summary>
internal readonly partial struct ScalarLane<T>(T value) : IMemoryLane<ScalarLane<T>, T>
    where T : unmanaged
{
    /// <summary>The element.</summary>
    public T Value { get; } = value;

    public static bool IsDouble
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(double);
    }

    public static bool IsFloatingPoint
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(float) || typeof(T) == typeof(double);
    }

    public static int Width
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> Load(ref readonly T source) => new(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> Broadcast(T value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(ScalarLane<T> a, ref T target) => target = a.Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> Constant(double value) => new(Element<T>.FromDouble(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> operator +(ScalarLane<T> a, ScalarLane<T> b) => Narrow(Wide(a) + Wide(b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> operator -(ScalarLane<T> a, ScalarLane<T> b) => Narrow(Wide(a) - Wide(b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> operator *(ScalarLane<T> a, ScalarLane<T> b) => Narrow(Wide(a) * Wide(b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> operator /(ScalarLane<T> a, ScalarLane<T> b) =>
        IsFloatingPoint ? Narrow(Wide(a) / Wide(b)) : new(Element<T>.Divide(a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> operator %(ScalarLane<T> a, ScalarLane<T> b) =>
        IsFloatingPoint ? RemainderFunction.Compute(a, b) : new(Element<T>.Remainder(a.Value, b.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> operator -(ScalarLane<T> a) => Narrow(-Wide(a));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane<T> FusedMultiplyAdd(ScalarLane<T> a, ScalarLane<T> b, ScalarLane<T> c) =>
        Narrow(Lane128<T>.FusedMultiplyAdd(Wide(a), Wide(b), Wide(c)));

    public static double GetElement(ScalarLane<T> a, int index) => Lane128<T>.GetElement(Wide(a), index);

    public static ScalarLane<T> WithElement(ScalarLane<T> a, int index, double value) => Constant(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lane128<T> Wide(ScalarLane<T> a) => new(Vector128.CreateScalar(a.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ScalarLane<T> Narrow(Lane128<T> a) => new(a.First);
}
