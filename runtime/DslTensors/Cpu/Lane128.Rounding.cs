using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DslTensors.Cpu;

internal readonly partial struct Lane128<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> Abs(Lane128<T> a) => new(Vector128.Abs(a._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> Min(Lane128<T> a, Lane128<T> b) => new(Vector128.Min(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> Max(Lane128<T> a, Lane128<T> b) => new(Vector128.Max(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> Sqrt(Lane128<T> a) => IsFloatingPoint ? new(Vector128.Sqrt(a._value)) : throw Element<T>.NoCalculus(nameof(Sqrt));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> CopySign(Lane128<T> a, Lane128<T> sign)
    {
        if (!IsFloatingPoint)
            return Select(Less(Xor(a, sign), default), -a, a);
        var signBit = Constant(-0.0);
        return Or(And(sign, signBit), new(Vector128.AndNot(a._value, signBit._value)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> Sign(Lane128<T> a)
    {
        var one = Constant(1);
        var ofNumber = Or(And(Less(default, a), one), And(Less(a, default), -one));
        return IsFloatingPoint ? Select(IsNaN(a), a, ofNumber) : ofNumber;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> Floor(Lane128<T> a)
    {
        if (typeof(T) == typeof(float))
            return new(Vector128.Floor(a._value.AsSingle()).As<float, T>());
        return typeof(T) == typeof(double) ? new(Vector128.Floor(a._value.AsDouble()).As<double, T>()) : a;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> Ceiling(Lane128<T> a)
    {
        if (typeof(T) == typeof(float))
            return new(Vector128.Ceiling(a._value.AsSingle()).As<float, T>());
        return typeof(T) == typeof(double) ? new(Vector128.Ceiling(a._value.AsDouble()).As<double, T>()) : a;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> Round(Lane128<T> a)
    {
        if (typeof(T) == typeof(float))
            return new(Vector128.Round(a._value.AsSingle()).As<float, T>());
        return typeof(T) == typeof(double) ? new(Vector128.Round(a._value.AsDouble()).As<double, T>()) : a;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> Truncate(Lane128<T> a)
    {
        if (typeof(T) == typeof(float))
            return new(Vector128.Truncate(a._value.AsSingle()).As<float, T>());
        return typeof(T) == typeof(double) ? new(Vector128.Truncate(a._value.AsDouble()).As<double, T>()) : a;
    }
}
