using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DslTensors.Cpu;

internal readonly partial struct Lane256<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> Abs(Lane256<T> a) => new(Vector256.Abs(a._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> Min(Lane256<T> a, Lane256<T> b) => new(Vector256.Min(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> Max(Lane256<T> a, Lane256<T> b) => new(Vector256.Max(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> Sqrt(Lane256<T> a) => IsFloatingPoint ? new(Vector256.Sqrt(a._value)) : throw Element<T>.NoCalculus(nameof(Sqrt));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> CopySign(Lane256<T> a, Lane256<T> sign)
    {
        if (!IsFloatingPoint)
            return Select(Less(Xor(a, sign), default), -a, a);
        var signBit = Constant(-0.0);
        return Or(And(sign, signBit), new(Vector256.AndNot(a._value, signBit._value)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> Sign(Lane256<T> a)
    {
        var one = Constant(1);
        var ofNumber = Or(And(Less(default, a), one), And(Less(a, default), -one));
        return IsFloatingPoint ? Select(IsNaN(a), a, ofNumber) : ofNumber;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> Floor(Lane256<T> a)
    {
        if (typeof(T) == typeof(float))
            return new(Vector256.Floor(a._value.AsSingle()).As<float, T>());
        return typeof(T) == typeof(double) ? new(Vector256.Floor(a._value.AsDouble()).As<double, T>()) : a;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> Ceiling(Lane256<T> a)
    {
        if (typeof(T) == typeof(float))
            return new(Vector256.Ceiling(a._value.AsSingle()).As<float, T>());
        return typeof(T) == typeof(double) ? new(Vector256.Ceiling(a._value.AsDouble()).As<double, T>()) : a;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> Round(Lane256<T> a)
    {
        if (typeof(T) == typeof(float))
            return new(Vector256.Round(a._value.AsSingle()).As<float, T>());
        return typeof(T) == typeof(double) ? new(Vector256.Round(a._value.AsDouble()).As<double, T>()) : a;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> Truncate(Lane256<T> a)
    {
        if (typeof(T) == typeof(float))
            return new(Vector256.Truncate(a._value.AsSingle()).As<float, T>());
        return typeof(T) == typeof(double) ? new(Vector256.Truncate(a._value.AsDouble()).As<double, T>()) : a;
    }
}
