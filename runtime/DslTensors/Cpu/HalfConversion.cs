using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DslTensors.Cpu;

/// <summary>Converts blocks between <see cref="Half"/> and <see langword="float"/>: .NET has no vector instruction for it.</summary>
internal static class HalfConversion
{
    private const float FloatOverHalfScale = 5.192296858534828e33f; // 2^112: the difference of the exponent biases

    /// <summary>Converts exactly; a NaN becomes quiet.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Widen(ReadOnlySpan<Half> source, Span<float> target)
    {
        var i = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            var bits = MemoryMarshal.Cast<Half, ushort>(source);
            for (; i <= source.Length - Vector128<ushort>.Count; i += Vector128<ushort>.Count)
            {
                var (low, high) = Vector128.Widen(Vector128.Create(bits.Slice(i, Vector128<ushort>.Count)));
                Widen(Vector256.Create(low, high)).CopyTo(target[i..]);
            }
        }

        for (; i < source.Length; i++)
            target[i] = (float)source[i];
    }

    /// <summary>Converts to the nearest, the even one of two.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Narrow(ReadOnlySpan<float> source, Span<Half> target)
    {
        var i = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            var bits = MemoryMarshal.Cast<Half, ushort>(target);
            for (; i <= source.Length - Vector256<float>.Count; i += Vector256<float>.Count)
            {
                var narrow = Narrow(Vector256.Create(source.Slice(i, Vector256<float>.Count)));
                Vector128.Narrow(narrow.GetLower(), narrow.GetUpper()).CopyTo(bits[i..]);
            }
        }

        for (; i < source.Length; i++)
            target[i] = (Half)source[i];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Widen(Vector256<uint> half)
    {
        var sign = (half & Vector256.Create(0x8000u)) << 16;
        var magnitude = (half & Vector256.Create(0x7FFFu)) << 13;

        // Multiplying shifts the exponent's bias and turns subnormal halves into normal floats at once.
        var number = (magnitude.AsSingle() * FloatOverHalfScale).AsUInt32();
        var special = magnitude | Vector256.Create(0x7F800000u);
        var quiet = Vector256.GreaterThan(magnitude, Vector256.Create(0x0F800000u)) & Vector256.Create(0x00400000u);
        var isSpecial = Vector256.GreaterThanOrEqual(magnitude, Vector256.Create(0x0F800000u));
        return (Vector256.ConditionalSelect(isSpecial, special | quiet, number) | sign).AsSingle();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Narrow(Vector256<float> value)
    {
        var bits = value.AsUInt32();
        var sign = (bits & Vector256.Create(0x80000000u)) >>> 16;
        var magnitude = bits & Vector256.Create(0x7FFFFFFFu);

        // Adding half of the last place, and its parity, rounds to even; a carry moves into the exponent as it should.
        var parity = (magnitude >>> 13) & Vector256<uint>.One;
        var normal = (magnitude - Vector256.Create(112u << 23) + Vector256.Create(0x0FFFu) + parity) >>> 13;

        // Against 0.5 a float's last place is that of a subnormal half, so the addition itself rounds.
        var subnormal = (magnitude.AsSingle() + Vector256.Create(0.5f)).AsUInt32() - Vector256.Create(0x3F000000u);
        var finite = Vector256.ConditionalSelect(Vector256.LessThan(magnitude, Vector256.Create(113u << 23)), subnormal, normal);
        var infinite = Vector256.GreaterThanOrEqual(magnitude, Vector256.Create(0x477FF000u)); // 65520, halfway above the greatest
        var result = Vector256.ConditionalSelect(infinite, Vector256.Create(0x7C00u), finite);
        var isNaN = Vector256.GreaterThan(magnitude, Vector256.Create(0x7F800000u));
        var payload = ((magnitude >>> 13) & Vector256.Create(0x3FFu)) | Vector256.Create(0x7E00u);
        return Vector256.ConditionalSelect(isNaN, payload, result) | sign;
    }
}
