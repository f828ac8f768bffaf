using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DslTensors.Cpu;

internal readonly partial struct Lane512<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> Abs(Lane512<T> a) => new(Vector512.Abs(a._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> Min(Lane512<T> a, Lane512<T> b) => new(Vector512.Min(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> Max(Lane512<T> a, Lane512<T> b) => new(Vector512.Max(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> Sqrt(Lane512<T> a) => IsFloatingPoint ? new(Vector512.Sqrt(a._value)) : throw Element<T>.NoCalculus(nameof(Sqrt));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> CopySign(Lane512<T> a, Lane512<T> sign)
    {
        if (!IsFloatingPoint)
            return Select(Less(Xor(a, sign), default), -a, a);
        var signBit = Constant(-0.0);
        return Or(And(sign, signBit), new(Vector512.AndNot(a._value, signBit._value)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> Sign(Lane512<T> a)
    {
        var one = Constant(1);
        var ofNumber = Or(And(Less(default, a), one), And(Less(a, default), -one));
        return IsFloatingPoint ? Select(IsNaN(a), a, ofNumber) : ofNumber;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> Floor(Lane512<T> a)
    {
        if (typeof(T) == typeof(float))
            return new(Vector512.Floor(a._value.AsSingle()).As<float, T>());
        return typeof(T) == typeof(double) ? new(Vector512.Floor(a._value.AsDouble()).As<double, T>()) : a;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> Ceiling(Lane512<T> a)
    {
        if (typeof(T) == typeof(float))
            return new(Vector512.Ceiling(a._value.AsSingle()).As<float, T>());
        return typeof(T) == typeof(double) ? new(Vector512.Ceiling(a._value.AsDouble()).As<double, T>()) : a;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> Round(Lane512<T> a)
    {
        if (typeof(T) == typeof(float))
            return new(Vector512.Round(a._value.AsSingle()).As<float, T>());
        return typeof(T) == typeof(double) ? new(Vector512.Round(a._value.AsDouble()).As<double, T>()) : a;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> Truncate(Lane512<T> a)
    {
        if (typeof(T) == typeof(float))
            return new(Vector512.Truncate(a._value.AsSingle()).As<float, T>());
        return typeof(T) == typeof(double) ? new(Vector512.Truncate(a._value.AsDouble()).As<double, T>()) : a;
    }
}
