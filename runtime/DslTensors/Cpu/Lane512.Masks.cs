using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using DslTensors.Lanes;

namespace DslTensors.Cpu;

internal readonly partial struct Lane512<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> Equal(Lane512<T> a, Lane512<T> b) => new(Vector512.Equals(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> Less(Lane512<T> a, Lane512<T> b) => new(Vector512.LessThan(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> LessOrEqual(Lane512<T> a, Lane512<T> b) => new(Vector512.LessThanOrEqual(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> IsNaN(Lane512<T> a) => new(Vector512.IsNaN(a._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> And(Lane512<T> a, Lane512<T> b) => new(a._value & b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> Or(Lane512<T> a, Lane512<T> b) => new(a._value | b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> Not(Lane512<T> a) => new(~a._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> Select(Lane512<T> mask, Lane512<T> whenTrue, Lane512<T> whenFalse) =>
        new(Vector512.ConditionalSelect(mask._value, whenTrue._value, whenFalse._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong MaskBits(Lane512<T> mask) => mask._value.ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Lane512<T> mask) => mask._value.AsByte() != Vector512<byte>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> Bits(long pattern) => IsDouble
        ? new(Vector512.Create(pattern).As<long, T>())
        : new(Vector512.Create((int)pattern).As<int, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> Xor(Lane512<T> a, Lane512<T> b) => new(a._value ^ b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> AddBits(Lane512<T> a, Lane512<T> b) => IsDouble
        ? new((a._value.AsInt64() + b._value.AsInt64()).As<long, T>())
        : new((a._value.AsInt32() + b._value.AsInt32()).As<int, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> SubtractBits(Lane512<T> a, Lane512<T> b) => IsDouble
        ? new((a._value.AsInt64() - b._value.AsInt64()).As<long, T>())
        : new((a._value.AsInt32() - b._value.AsInt32()).As<int, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> ShiftLeft(Lane512<T> a, int count) => IsDouble
        ? new((a._value.AsInt64() << count).As<long, T>())
        : new((a._value.AsInt32() << count).As<int, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> ShiftRight(Lane512<T> a, int count) => IsDouble
        ? new((a._value.AsInt64() >> count).As<long, T>())
        : new((a._value.AsInt32() >> count).As<int, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512<T> Scale(Lane512<T> a, Lane512<T> n)
    {
        if (!Avx512F.IsSupported)
            return Scaling.Scale(a, n);
        return IsDouble
            ? new(Avx512F.Scale(a._value.AsDouble(), n._value.AsDouble()).As<double, T>())
            : new(Avx512F.Scale(a._value.AsSingle(), n._value.AsSingle()).As<float, T>());
    }

    public static double GetElement(Lane512<T> a, int index) => IsDouble ? a._value.AsDouble()[index] : a._value.AsSingle()[index];

    public static Lane512<T> WithElement(Lane512<T> a, int index, double value) => IsDouble
        ? new(a._value.AsDouble().WithElement(index, value).As<double, T>())
        : new(a._value.AsSingle().WithElement(index, (float)value).As<float, T>());
}
