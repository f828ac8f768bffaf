using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DslTensors.Cpu;

/// <summary>The types that are stored in 16 bits and computed with in <see langword="float"/>.</summary>
internal static class StorageConversion
{
    /// <summary>Whether elements are computed with in <see langword="float"/>; constant for the JIT.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsHalf<T>() => typeof(T) == typeof(Half) || typeof(T) == typeof(BFloat16);
}

/// <summary>The step between elements as stored and as computed with: the halves compute in <see langword="float"/>.</summary>
internal static class StorageConversion<TStored, TElement>
    where TStored : unmanaged
    where TElement : unmanaged
{
    /// <summary>Whether stored elements are computed with as they are.</summary>
    public static bool IsIdentity
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Unsafe.SizeOf<TStored>() == Unsafe.SizeOf<TElement>();
    }

    /// <summary>Converts stored elements for computing.</summary>
    public static void Widen(ReadOnlySpan<TStored> source, Span<TElement> target)
    {
        if (IsIdentity)
            MemoryMarshal.Cast<TStored, TElement>(source).CopyTo(target);
        else if (typeof(TStored) == typeof(BFloat16))
            BFloat16Conversion.Widen(MemoryMarshal.Cast<TStored, BFloat16>(source), MemoryMarshal.Cast<TElement, float>(target));
        else
            HalfConversion.Widen(MemoryMarshal.Cast<TStored, Half>(source), MemoryMarshal.Cast<TElement, float>(target));
    }

    /// <summary>Converts results for storing, to the nearest.</summary>
    public static void Narrow(ReadOnlySpan<TElement> source, Span<TStored> target)
    {
        if (IsIdentity)
            MemoryMarshal.Cast<TElement, TStored>(source).CopyTo(target);
        else if (typeof(TStored) == typeof(BFloat16))
            BFloat16Conversion.Narrow(MemoryMarshal.Cast<TElement, float>(source), MemoryMarshal.Cast<TStored, BFloat16>(target));
        else
            HalfConversion.Narrow(MemoryMarshal.Cast<TElement, float>(source), MemoryMarshal.Cast<TStored, Half>(target));
    }
}
