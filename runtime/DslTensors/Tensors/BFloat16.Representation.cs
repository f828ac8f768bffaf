using System.Buffers.Binary;
using System.Numerics;

namespace DslTensors;

public readonly partial struct BFloat16
{
    /// <inheritdoc/>
    public static BFloat16 BitIncrement(BFloat16 x) => x._bits switch
    {
        SignMask => Epsilon,
        InfinityBits => x,
        _ when IsNaN(x) => x,
        _ => new((ushort)(IsNegative(x) ? x._bits - 1 : x._bits + 1)),
    };

    /// <inheritdoc/>
    public static BFloat16 BitDecrement(BFloat16 x) => -BitIncrement(-x);

    /// <inheritdoc/>
    public static int ILogB(BFloat16 x) => MathF.ILogB((float)x);

    /// <inheritdoc/>
    public static BFloat16 ScaleB(BFloat16 x, int n) => (BFloat16)Math.ScaleB((double)x, n);

    /// <inheritdoc/>
    int IFloatingPoint<BFloat16>.GetExponentByteCount() => sizeof(sbyte);

    /// <inheritdoc/>
    int IFloatingPoint<BFloat16>.GetExponentShortestBitLength() => ((IBinaryInteger<sbyte>)Exponent).GetShortestBitLength();

    /// <inheritdoc/>
    int IFloatingPoint<BFloat16>.GetSignificandByteCount() => sizeof(ushort);

    /// <inheritdoc/>
    int IFloatingPoint<BFloat16>.GetSignificandBitLength() => TrailingLength + 1;

    /// <inheritdoc/>
    bool IFloatingPoint<BFloat16>.TryWriteExponentBigEndian(Span<byte> destination, out int bytesWritten) => TryWriteExponent(destination, out bytesWritten);

    /// <inheritdoc/>
    bool IFloatingPoint<BFloat16>.TryWriteExponentLittleEndian(Span<byte> destination, out int bytesWritten) => TryWriteExponent(destination, out bytesWritten);

    /// <inheritdoc/>
    bool IFloatingPoint<BFloat16>.TryWriteSignificandBigEndian(Span<byte> destination, out int bytesWritten)
    {
        var isWritten = BinaryPrimitives.TryWriteUInt16BigEndian(destination, Significand);
        bytesWritten = isWritten ? sizeof(ushort) : 0;
        return isWritten;
    }

    /// <inheritdoc/>
    bool IFloatingPoint<BFloat16>.TryWriteSignificandLittleEndian(Span<byte> destination, out int bytesWritten)
    {
        var isWritten = BinaryPrimitives.TryWriteUInt16LittleEndian(destination, Significand);
        bytesWritten = isWritten ? sizeof(ushort) : 0;
        return isWritten;
    }

    private sbyte Exponent => (sbyte)(BiasedExponent - ExponentBias);

    private bool TryWriteExponent(Span<byte> destination, out int bytesWritten)
    {
        bytesWritten = destination.IsEmpty ? 0 : sizeof(sbyte);
        if (bytesWritten > 0)
            destination[0] = (byte)Exponent;
        return bytesWritten > 0;
    }
}
