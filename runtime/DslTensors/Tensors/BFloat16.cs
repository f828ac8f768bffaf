using System.Numerics;

namespace DslTensors;

/// <summary>
/// The upper half of a <see langword="float"/>: its range with 8 significant bits (PyTorch's <c>bfloat16</c>). Every operation is computed in
/// <see langword="float"/> and rounded once, to the nearest, ties to even.
/// </summary>
/// <remarks>The members are those that <c>System.Numerics.BFloat16</c> has from .NET 11 on.</remarks>
public readonly partial struct BFloat16 : IBinaryFloatingPointIeee754<BFloat16>, IMinMaxValue<BFloat16>
{
    private const ushort SignMask = 0x8000;
    private const ushort InfinityBits = 0x7F80;
    private const ushort SmallestNormalBits = 0x0080;
    private const ushort TrailingMask = 0x007F;
    private const int TrailingLength = 7;
    private const int ExponentBias = 127;

    private readonly ushort _bits;

    private BFloat16(ushort bits) => _bits = bits;

    private ushort Magnitude => (ushort)(_bits & ~SignMask);

    private int BiasedExponent => Magnitude >> TrailingLength;

    private ushort Significand => (ushort)((_bits & TrailingMask) | (BiasedExponent == 0 ? 0 : SmallestNormalBits));

    /// <summary>The number that 16 bits stand for.</summary>
    internal static BFloat16 FromBits(ushort bits) => new(bits);

    /// <summary>The bits: sign, 8 of exponent, 7 of significand.</summary>
    internal static ushort ToBits(BFloat16 value) => value._bits;
}
