using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using DslTensors.Lanes;

namespace DslTensors.Cpu;

/// <summary>A lane of 128 bits.</summary>
internal readonly partial struct Lane128<T>(Vector128<T> value) : IMemoryLane<Lane128<T>, T>
    where T : unmanaged
{
    private readonly Vector128<T> _value = value;

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
        get => Vector128<T>.Count;
    }

    /// <summary>The lowest element.</summary>
    public T First
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _value.ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> Load(ref readonly T source) => new(Vector128.LoadUnsafe(in source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> Broadcast(T value) => new(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lane128<T> a, ref T target) => a._value.StoreUnsafe(ref target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> Constant(double value) => typeof(T) == typeof(float)
        ? Unsafe.BitCast<Vector128<float>, Lane128<T>>(Vector128.Create((float)value))
        : new(Vector128.Create(Element<T>.FromDouble(value)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> operator +(Lane128<T> a, Lane128<T> b) => new(a._value + b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> operator -(Lane128<T> a, Lane128<T> b) => new(a._value - b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> operator *(Lane128<T> a, Lane128<T> b) => new(a._value * b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> operator /(Lane128<T> a, Lane128<T> b) =>
        IsFloatingPoint ? new(a._value / b._value) : DivideElements(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> operator %(Lane128<T> a, Lane128<T> b) =>
        IsFloatingPoint ? RemainderFunction.Compute(a, b) : RemainderOfElements(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> operator -(Lane128<T> a) => new(-a._value);

    // The JIT charges inlining by the size of the IL, unreachable parts included: this operation is short, and split by type, so that
    // long formulas stay within its budget.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> FusedMultiplyAdd(Lane128<T> a, Lane128<T> b, Lane128<T> c) => typeof(T) == typeof(float)
        ? Unsafe.BitCast<Vector128<float>, Lane128<T>>(Vector128.FusedMultiplyAdd(
            Unsafe.BitCast<Lane128<T>, Vector128<float>>(a),
            Unsafe.BitCast<Lane128<T>, Vector128<float>>(b),
            Unsafe.BitCast<Lane128<T>, Vector128<float>>(c)))
        : FusedMultiplyAddWide(a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lane128<T> FusedMultiplyAddWide(Lane128<T> a, Lane128<T> b, Lane128<T> c) => typeof(T) == typeof(double)
        ? Unsafe.BitCast<Vector128<double>, Lane128<T>>(Vector128.FusedMultiplyAdd(
            Unsafe.BitCast<Lane128<T>, Vector128<double>>(a),
            Unsafe.BitCast<Lane128<T>, Vector128<double>>(b),
            Unsafe.BitCast<Lane128<T>, Vector128<double>>(c)))
        : (a * b) + c;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Lane128<T> DivideElements(Lane128<T> a, Lane128<T> b)
    {
        var result = a._value;
        for (var i = 0; i < Width; i++)
            result = result.WithElement(i, Element<T>.Divide(a._value[i], b._value[i]));
        return new(result);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Lane128<T> RemainderOfElements(Lane128<T> a, Lane128<T> b)
    {
        var result = a._value;
        for (var i = 0; i < Width; i++)
            result = result.WithElement(i, Element<T>.Remainder(a._value[i], b._value[i]));
        return new(result);
    }
}
