using System.Numerics;
using System.Runtime.InteropServices;

namespace DslTensors;

/// <summary>
/// Converts elements between types as PyTorch does: real numbers lose their fraction on the way to integers, integers wrap around,
/// and to <see langword="bool"/> everything but zero is true.
/// </summary>
internal static class ElementConversion
{
    public static void Run<TFrom, TTo>(ReadOnlySpan<TFrom> source, Span<TTo> target)
        where TFrom : unmanaged
        where TTo : unmanaged
    {
        switch (DTypes.Of<TFrom>())
        {
            case DType.Float32: ConvertFrom(MemoryMarshal.Cast<TFrom, float>(source), target); break;
            case DType.Float64: ConvertFrom(MemoryMarshal.Cast<TFrom, double>(source), target); break;
            case DType.Float16: ConvertFrom(MemoryMarshal.Cast<TFrom, Half>(source), target); break;
            case DType.BFloat16: ConvertFrom(MemoryMarshal.Cast<TFrom, BFloat16>(source), target); break;
            case DType.Int64: ConvertFrom(MemoryMarshal.Cast<TFrom, long>(source), target); break;
            case DType.Int32: ConvertFrom(MemoryMarshal.Cast<TFrom, int>(source), target); break;
            case DType.Int16: ConvertFrom(MemoryMarshal.Cast<TFrom, short>(source), target); break;
            case DType.Int8: ConvertFrom(MemoryMarshal.Cast<TFrom, sbyte>(source), target); break;
            default: ConvertFrom(MemoryMarshal.Cast<TFrom, byte>(source), target); break;
        }
    }

    private static void ConvertFrom<TFrom, TTo>(ReadOnlySpan<TFrom> source, Span<TTo> target)
        where TFrom : unmanaged, INumberBase<TFrom>
        where TTo : unmanaged
    {
        switch (DTypes.Of<TTo>())
        {
            case DType.Float32: ToReal(source, MemoryMarshal.Cast<TTo, float>(target)); break;
            case DType.Float64: ToReal(source, MemoryMarshal.Cast<TTo, double>(target)); break;
            case DType.Float16: ToReal(source, MemoryMarshal.Cast<TTo, Half>(target)); break;
            case DType.BFloat16: ToReal(source, MemoryMarshal.Cast<TTo, BFloat16>(target)); break;
            case DType.Int64: ToInteger(source, MemoryMarshal.Cast<TTo, long>(target)); break;
            case DType.Int32: ToInteger(source, MemoryMarshal.Cast<TTo, int>(target)); break;
            case DType.Int16: ToInteger(source, MemoryMarshal.Cast<TTo, short>(target)); break;
            case DType.Int8: ToInteger(source, MemoryMarshal.Cast<TTo, sbyte>(target)); break;
            case DType.UInt8: ToInteger(source, MemoryMarshal.Cast<TTo, byte>(target)); break;
            default: ToBool(source, MemoryMarshal.Cast<TTo, bool>(target)); break;
        }
    }

    private static void ToReal<TFrom, TTo>(ReadOnlySpan<TFrom> source, Span<TTo> target)
        where TFrom : unmanaged, INumberBase<TFrom>
        where TTo : unmanaged, INumberBase<TTo>
    {
        for (var i = 0; i < source.Length; i++)
            target[i] = TTo.CreateTruncating(source[i]);
    }

    // By way of long, since a direct conversion of a real number saturates at the ends of small types where PyTorch wraps.
    private static void ToInteger<TFrom, TTo>(ReadOnlySpan<TFrom> source, Span<TTo> target)
        where TFrom : unmanaged, INumberBase<TFrom>
        where TTo : unmanaged, INumberBase<TTo>
    {
        for (var i = 0; i < source.Length; i++)
            target[i] = TTo.CreateTruncating(long.CreateTruncating(source[i]));
    }

    private static void ToBool<TFrom>(ReadOnlySpan<TFrom> source, Span<bool> target)
        where TFrom : unmanaged, INumberBase<TFrom>
    {
        for (var i = 0; i < source.Length; i++)
            target[i] = !TFrom.IsZero(source[i]);
    }
}
