using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using DslTensors.Lanes;

namespace DslTensors.Cpu;

/// <summary>A lane of 512 bits.</summary>
internal readonly partial struct Lane512<T>(Vector512<T> value) : IMemoryLane<Lane512<T>, T>
    where T : unmanaged
{
    private readonly Vector512<T> _value = value;

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
        get => Vector512<T>.Count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> Load(ref readonly T source) => new(Vector512.LoadUnsafe(in source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> Broadcast(T value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lane512<T> a, ref T target) => a._value.StoreUnsafe(ref target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> Constant(double value) => typeof(T) == typeof(float)
        ? Unsafe.BitCast<Vector512<float>, Lane512<T>>(Vector512.Create((float)value))
        : new(Vector512.Create(Element<T>.FromDouble(value)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> operator +(Lane512<T> a, Lane512<T> b) => new(a._value + b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> operator -(Lane512<T> a, Lane512<T> b) => new(a._value - b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> operator *(Lane512<T> a, Lane512<T> b) => new(a._value * b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> operator /(Lane512<T> a, Lane512<T> b) =>
        IsFloatingPoint ? new(a._value / b._value) : DivideElements(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> operator %(Lane512<T> a, Lane512<T> b) =>
        IsFloatingPoint ? RemainderFunction.Compute(a, b) : RemainderOfElements(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> operator -(Lane512<T> a) => new(-a._value);

    // The JIT charges inlining by the size of the IL, unreachable parts included: this operation is short, and split by type, so that
    // long formulas stay within its budget.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> FusedMultiplyAdd(Lane512<T> a, Lane512<T> b, Lane512<T> c) => typeof(T) == typeof(float)
        ? Unsafe.BitCast<Vector512<float>, Lane512<T>>(Vector512.FusedMultiplyAdd(
            Unsafe.BitCast<Lane512<T>, Vector512<float>>(a),
            Unsafe.BitCast<Lane512<T>, Vector512<float>>(b),
            Unsafe.BitCast<Lane512<T>, Vector512<float>>(c)))
        : FusedMultiplyAddWide(a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lane512<T> FusedMultiplyAddWide(Lane512<T> a, Lane512<T> b, Lane512<T> c) => typeof(T) == typeof(double)
        ? Unsafe.BitCast<Vector512<double>, Lane512<T>>(Vector512.FusedMultiplyAdd(
            Unsafe.BitCast<Lane512<T>, Vector512<double>>(a),
            Unsafe.BitCast<Lane512<T>, Vector512<double>>(b),
            Unsafe.BitCast<Lane512<T>, Vector512<double>>(c)))
        : (a * b) + c;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Lane512<T> DivideElements(Lane512<T> a, Lane512<T> b)
    {
        var result = a._value;
        for (var i = 0; i < Width; i++)
            result = result.WithElement(i, Element<T>.Divide(a._value[i], b._value[i]));
        return new(result);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Lane512<T> RemainderOfElements(Lane512<T> a, Lane512<T> b)
    {
        var result = a._value;
        for (var i = 0; i < Width; i++)
            result = result.WithElement(i, Element<T>.Remainder(a._value[i], b._value[i]));
        return new(result);
    }
}
