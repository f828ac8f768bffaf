using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DslTensors.Cpu;

/// <summary>Converts blocks between <see cref="BFloat16"/> and <see langword="float"/>, whose upper half it is.</summary>
internal static class BFloat16Conversion
{
    /// <summary>Converts exactly.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Widen(ReadOnlySpan<BFloat16> source, Span<float> target)
    {
        var i = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            var bits = MemoryMarshal.Cast<BFloat16, ushort>(source);
            for (; i <= source.Length - Vector128<ushort>.Count; i += Vector128<ushort>.Count)
            {
                var (low, high) = Vector128.Widen(Vector128.Create(bits.Slice(i, Vector128<ushort>.Count)));
                (Vector256.Create(low, high) << 16).AsSingle().CopyTo(target[i..]);
            }
        }

        for (; i < source.Length; i++)
            target[i] = (float)source[i];
    }

    /// <summary>Converts to the nearest, the even one of two.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Narrow(ReadOnlySpan<float> source, Span<BFloat16> target)
    {
        var i = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            var bits = MemoryMarshal.Cast<BFloat16, ushort>(target);
            for (; i <= source.Length - Vector256<float>.Count; i += Vector256<float>.Count)
            {
                var narrow = Narrow(Vector256.Create(source.Slice(i, Vector256<float>.Count)));
                Vector128.Narrow(narrow.GetLower(), narrow.GetUpper()).CopyTo(bits[i..]);
            }
        }

        for (; i < source.Length; i++)
            target[i] = (BFloat16)source[i];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Narrow(Vector256<float> value)
    {
        var bits = value.AsUInt32();

        // Adding half of the last place, and its parity, rounds to even; a carry moves into the exponent as it should.
        var parity = (bits >>> 16) & Vector256<uint>.One;
        var number = (bits + Vector256.Create(0x7FFFu) + parity) >>> 16;
        var isNaN = Vector256.GreaterThan(bits & Vector256.Create(0x7FFFFFFFu), Vector256.Create(0x7F800000u));
        return Vector256.ConditionalSelect(isNaN, (bits >>> 16) | Vector256.Create(0x40u), number);
    }
}
