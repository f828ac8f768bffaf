using ILGPU;
using ILGPU.Algorithms;

namespace DslTensors.Devices.Lanes;

// 16-bit numbers are computed with in float and rounded when they are stored, to the nearest, the even one of two.
internal readonly partial struct FloatLane
{
    static FloatLane IDeviceLane<FloatLane, HalfBits>.Load(HalfBits stored)
    {
        uint bits = stored.Bits;
        var sign = (bits & 0x8000u) << 16;
        var exponent = (bits >> 10) & 31u;
        var fraction = bits & 0x3FFu;
        if (exponent == 0u)
        {
            var small = fraction * 5.9604644775390625e-8f;
            return new(sign != 0u ? -small : small);
        }

        return new(Interop.IntAsFloat(sign | (exponent == 31u ? 0x7F800000u : (exponent + 112u) << 23) | (fraction << 13)));
    }

    static HalfBits IDeviceLane<FloatLane, HalfBits>.Store(FloatLane a)
    {
        var bits = Interop.FloatAsInt(a._value);
        var sign = (bits >> 16) & 0x8000u;
        var magnitude = bits & 0x7FFFFFFFu;
        if (magnitude > 0x7F800000u)
            return new((ushort)(sign | 0x7E00u));
        if (magnitude >= 0x477FF000u)
            return new((ushort)(sign | 0x7C00u));
        if (magnitude < 0x38800000u)
            return new((ushort)(sign | (uint)XMath.RoundToEven(XMath.Abs(a._value) * 16777216f)));
        return new((ushort)(sign | ((magnitude + 0xFFFu + ((magnitude >> 13) & 1u) - 0x38000000u) >> 13)));
    }

    static FloatLane IDeviceLane<FloatLane, BFloat16Bits>.Load(BFloat16Bits stored) => new(Interop.IntAsFloat((uint)stored.Bits << 16));

    static BFloat16Bits IDeviceLane<FloatLane, BFloat16Bits>.Store(FloatLane a)
    {
        var bits = Interop.FloatAsInt(a._value);
        return new((ushort)((bits & 0x7FFFFFFFu) > 0x7F800000u ? (bits >> 16) | 0x40u : (bits + 0x7FFFu + ((bits >> 16) & 1u)) >> 16));
    }
}

/// <summary>A <see cref="System.Half"/> in device memory.</summary>
internal readonly struct HalfBits(ushort bits)
{
    public readonly ushort Bits = bits;
}

/// <summary>A <see cref="BFloat16"/> in device memory.</summary>
internal readonly struct BFloat16Bits(ushort bits)
{
    public readonly ushort Bits = bits;
}
