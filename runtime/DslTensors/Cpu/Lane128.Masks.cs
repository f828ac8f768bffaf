using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using DslTensors.Lanes;

namespace DslTensors.Cpu;

internal readonly partial struct Lane128<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> Equal(Lane128<T> a, Lane128<T> b) => new(Vector128.Equals(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> Less(Lane128<T> a, Lane128<T> b) => new(Vector128.LessThan(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> LessOrEqual(Lane128<T> a, Lane128<T> b) => new(Vector128.LessThanOrEqual(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> IsNaN(Lane128<T> a) => new(Vector128.IsNaN(a._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> And(Lane128<T> a, Lane128<T> b) => new(a._value & b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> Or(Lane128<T> a, Lane128<T> b) => new(a._value | b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> Not(Lane128<T> a) => new(~a._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> Select(Lane128<T> mask, Lane128<T> whenTrue, Lane128<T> whenFalse) =>
        new(Vector128.ConditionalSelect(mask._value, whenTrue._value, whenFalse._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong MaskBits(Lane128<T> mask) => mask._value.ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Lane128<T> mask) => mask._value.AsByte() != Vector128<byte>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> Bits(long pattern) => IsDouble
        ? new(Vector128.Create(pattern).As<long, T>())
        : new(Vector128.Create((int)pattern).As<int, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> Xor(Lane128<T> a, Lane128<T> b) => new(a._value ^ b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> AddBits(Lane128<T> a, Lane128<T> b) => IsDouble
        ? new((a._value.AsInt64() + b._value.AsInt64()).As<long, T>())
        : new((a._value.AsInt32() + b._value.AsInt32()).As<int, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> SubtractBits(Lane128<T> a, Lane128<T> b) => IsDouble
        ? new((a._value.AsInt64() - b._value.AsInt64()).As<long, T>())
        : new((a._value.AsInt32() - b._value.AsInt32()).As<int, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> ShiftLeft(Lane128<T> a, int count) => IsDouble
        ? new((a._value.AsInt64() << count).As<long, T>())
        : new((a._value.AsInt32() << count).As<int, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> ShiftRight(Lane128<T> a, int count) => IsDouble
        ? new((a._value.AsInt64() >> count).As<long, T>())
        : new((a._value.AsInt32() >> count).As<int, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128<T> Scale(Lane128<T> a, Lane128<T> n)
    {
        if (!Avx512F.VL.IsSupported)
            return Scaling.Scale(a, n);
        return IsDouble
            ? new(Avx512F.VL.Scale(a._value.AsDouble(), n._value.AsDouble()).As<double, T>())
            : new(Avx512F.VL.Scale(a._value.AsSingle(), n._value.AsSingle()).As<float, T>());
    }

    public static double GetElement(Lane128<T> a, int index) => IsDouble ? a._value.AsDouble()[index] : a._value.AsSingle()[index];

    public static Lane128<T> WithElement(Lane128<T> a, int index, double value) => IsDouble
        ? new(a._value.AsDouble().WithElement(index, value).As<double, T>())
        : new(a._value.AsSingle().WithElement(index, (float)value).As<float, T>());
}
