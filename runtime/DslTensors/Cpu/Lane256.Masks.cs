using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using DslTensors.Lanes;

namespace DslTensors.Cpu;

internal readonly partial struct Lane256<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> Equal(Lane256<T> a, Lane256<T> b) => new(Vector256.Equals(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> Less(Lane256<T> a, Lane256<T> b) => new(Vector256.LessThan(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> LessOrEqual(Lane256<T> a, Lane256<T> b) => new(Vector256.LessThanOrEqual(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> IsNaN(Lane256<T> a) => new(Vector256.IsNaN(a._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> And(Lane256<T> a, Lane256<T> b) => new(a._value & b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> Or(Lane256<T> a, Lane256<T> b) => new(a._value | b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> Not(Lane256<T> a) => new(~a._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> Select(Lane256<T> mask, Lane256<T> whenTrue, Lane256<T> whenFalse) =>
        new(Vector256.ConditionalSelect(mask._value, whenTrue._value, whenFalse._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong MaskBits(Lane256<T> mask) => mask._value.ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Lane256<T> mask) => mask._value.AsByte() != Vector256<byte>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> Bits(long pattern) => IsDouble
        ? new(Vector256.Create(pattern).As<long, T>())
        : new(Vector256.Create((int)pattern).As<int, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> Xor(Lane256<T> a, Lane256<T> b) => new(a._value ^ b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> AddBits(Lane256<T> a, Lane256<T> b) => IsDouble
        ? new((a._value.AsInt64() + b._value.AsInt64()).As<long, T>())
        : new((a._value.AsInt32() + b._value.AsInt32()).As<int, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> SubtractBits(Lane256<T> a, Lane256<T> b) => IsDouble
        ? new((a._value.AsInt64() - b._value.AsInt64()).As<long, T>())
        : new((a._value.AsInt32() - b._value.AsInt32()).As<int, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> ShiftLeft(Lane256<T> a, int count) => IsDouble
        ? new((a._value.AsInt64() << count).As<long, T>())
        : new((a._value.AsInt32() << count).As<int, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> ShiftRight(Lane256<T> a, int count) => IsDouble
        ? new((a._value.AsInt64() >> count).As<long, T>())
        : new((a._value.AsInt32() >> count).As<int, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256<T> Scale(Lane256<T> a, Lane256<T> n)
    {
        if (!Avx512F.VL.IsSupported)
            return Scaling.Scale(a, n);
        return IsDouble
            ? new(Avx512F.VL.Scale(a._value.AsDouble(), n._value.AsDouble()).As<double, T>())
            : new(Avx512F.VL.Scale(a._value.AsSingle(), n._value.AsSingle()).As<float, T>());
    }

    public static double GetElement(Lane256<T> a, int index) => IsDouble ? a._value.AsDouble()[index] : a._value.AsSingle()[index];

    public static Lane256<T> WithElement(Lane256<T> a, int index, double value) => IsDouble
        ? new(a._value.AsDouble().WithElement(index, value).As<double, T>())
        : new(a._value.AsSingle().WithElement(index, (float)value).As<float, T>());
}
