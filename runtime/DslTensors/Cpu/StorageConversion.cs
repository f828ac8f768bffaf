using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DslTensors.Cpu;

/// <summary>The step between elements as stored and as computed with: <see cref="Half"/> computes in <see langword="float"/>.</summary>
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
        else
            HalfConversion.Widen(MemoryMarshal.Cast<TStored, Half>(source), MemoryMarshal.Cast<TElement, float>(target));
    }

    /// <summary>Converts results for storing, to the nearest.</summary>
    public static void Narrow(ReadOnlySpan<TElement> source, Span<TStored> target)
    {
        if (IsIdentity)
            MemoryMarshal.Cast<TElement, TStored>(source).CopyTo(target);
        else
            HalfConversion.Narrow(MemoryMarshal.Cast<TElement, float>(source), MemoryMarshal.Cast<TStored, Half>(target));
    }
}
