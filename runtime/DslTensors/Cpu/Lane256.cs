using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using DslTensors.Lanes;

namespace DslTensors.Cpu;

/// <summary>A lane of 256 bits.</summary>
internal readonly partial struct Lane256<T>(Vector256<T> value) : IMemoryLane<Lane256<T>, T>
    where T : unmanaged
{
    private readonly Vector256<T> _value = value;

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
        get => Vector256<T>.Count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> Load(ref readonly T source) => new(Vector256.LoadUnsafe(in source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> Broadcast(T value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lane256<T> a, ref T target) => a._value.StoreUnsafe(ref target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> Constant(double value) => typeof(T) == typeof(float)
        ? Unsafe.BitCast<Vector256<float>, Lane256<T>>(Vector256.Create((float)value))
        : new(Vector256.Create(Element<T>.FromDouble(value)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> operator +(Lane256<T> a, Lane256<T> b) => new(a._value + b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> operator -(Lane256<T> a, Lane256<T> b) => new(a._value - b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> operator *(Lane256<T> a, Lane256<T> b) => new(a._value * b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> operator /(Lane256<T> a, Lane256<T> b) =>
        IsFloatingPoint ? new(a._value / b._value) : DivideElements(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> operator %(Lane256<T> a, Lane256<T> b) =>
        IsFloatingPoint ? RemainderFunction.Compute(a, b) : RemainderOfElements(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> operator -(Lane256<T> a) => new(-a._value);

    // The JIT charges inlining by the size of the IL, unreachable parts included: this operation is short, and split by type, so that
    // long formulas stay within its budget.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> FusedMultiplyAdd(Lane256<T> a, Lane256<T> b, Lane256<T> c) => typeof(T) == typeof(float)
        ? Unsafe.BitCast<Vector256<float>, Lane256<T>>(Vector256.FusedMultiplyAdd(
            Unsafe.BitCast<Lane256<T>, Vector256<float>>(a),
            Unsafe.BitCast<Lane256<T>, Vector256<float>>(b),
            Unsafe.BitCast<Lane256<T>, Vector256<float>>(c)))
        : FusedMultiplyAddWide(a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lane256<T> FusedMultiplyAddWide(Lane256<T> a, Lane256<T> b, Lane256<T> c) => typeof(T) == typeof(double)
        ? Unsafe.BitCast<Vector256<double>, Lane256<T>>(Vector256.FusedMultiplyAdd(
            Unsafe.BitCast<Lane256<T>, Vector256<double>>(a),
            Unsafe.BitCast<Lane256<T>, Vector256<double>>(b),
            Unsafe.BitCast<Lane256<T>, Vector256<double>>(c)))
        : (a * b) + c;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Lane256<T> DivideElements(Lane256<T> a, Lane256<T> b)
    {
        var result = a._value;
        for (var i = 0; i < Width; i++)
            result = result.WithElement(i, Element<T>.Divide(a._value[i], b._value[i]));
        return new(result);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Lane256<T> RemainderOfElements(Lane256<T> a, Lane256<T> b)
    {
        var result = a._value;
        for (var i = 0; i < Width; i++)
            result = result.WithElement(i, Element<T>.Remainder(a._value[i], b._value[i]));
        return new(result);
    }
}
