using DslTensors.Lanes;
using ILGPU;
using ILGPU.Algorithms;

namespace DslTensors.Devices.Lanes;

/// <summary>One <see langword="float"/> in a GPU thread. Masks are 1 and 0.</summary>
internal readonly partial struct FloatLane(float value) : IDeviceLane<FloatLane, float>, IDeviceLane<FloatLane, HalfBits>, IDeviceLane<FloatLane, BFloat16Bits>
{
    private readonly float _value = value;

    public static int IsReal => 1;

    public static FloatLane Load(float stored) => new(stored);

    public static float Store(FloatLane a) => a._value;

    public static byte Flag(FloatLane mask) => mask._value != 0f ? (byte)1 : (byte)0;

    public static double ToDouble(FloatLane a) => a._value;

    public static long ToLong(FloatLane a) => (long)a._value;

    public static FloatLane FromLong(long value) => new((float)value);

    public static FloatLane FromDouble(double value) => new((float)value);

    public static FloatLane Constant(double value) => new((float)value);

    public static FloatLane operator +(FloatLane a, FloatLane b) => new(a._value + b._value);

    public static FloatLane operator -(FloatLane a, FloatLane b) => new(a._value - b._value);

    public static FloatLane operator *(FloatLane a, FloatLane b) => new(a._value * b._value);

    public static FloatLane operator /(FloatLane a, FloatLane b) => new(a._value / b._value);

    public static FloatLane operator %(FloatLane a, FloatLane b) => new(XMath.Rem(a._value, b._value));

    public static FloatLane operator -(FloatLane a) => new(-a._value);

    public static FloatLane FusedMultiplyAdd(FloatLane a, FloatLane b, FloatLane c) => new((a._value * b._value) + c._value);

    public static FloatLane Equal(FloatLane a, FloatLane b) => Mask(a._value == b._value);

    public static FloatLane Less(FloatLane a, FloatLane b) => Mask(a._value < b._value);

    public static FloatLane LessOrEqual(FloatLane a, FloatLane b) => Mask(a._value <= b._value);

    public static FloatLane IsNaN(FloatLane a) => Mask(XMath.IsNaN(a._value));

    public static FloatLane And(FloatLane a, FloatLane b) => new(a._value * b._value);

    public static FloatLane Or(FloatLane a, FloatLane b) => Mask(a._value + b._value != 0f);

    public static FloatLane Not(FloatLane a) => new(1f - a._value);

    public static FloatLane Select(FloatLane mask, FloatLane whenTrue, FloatLane whenFalse) => mask._value != 0f ? whenTrue : whenFalse;

    public static FloatLane Abs(FloatLane a) => new(XMath.Abs(a._value));

    public static FloatLane Min(FloatLane a, FloatLane b) => XMath.IsNaN(a._value) || XMath.IsNaN(b._value) ? a + b : a._value < b._value ? a : b;

    public static FloatLane Max(FloatLane a, FloatLane b) => XMath.IsNaN(a._value) || XMath.IsNaN(b._value) ? a + b : a._value > b._value ? a : b;

    public static FloatLane Floor(FloatLane a) => new(XMath.Floor(a._value));

    public static FloatLane Ceiling(FloatLane a) => new(XMath.Ceiling(a._value));

    public static FloatLane Round(FloatLane a) => new(XMath.RoundToEven(a._value));

    public static FloatLane Truncate(FloatLane a) => new(XMath.Truncate(a._value));

    public static FloatLane Sqrt(FloatLane a) => new(XMath.Sqrt(a._value));

    public static FloatLane CopySign(FloatLane a, FloatLane sign) => new(Interop.IntAsFloat((Interop.FloatAsInt(a._value) & 0x7FFFFFFFu) | (Interop.FloatAsInt(sign._value) & 0x80000000u)));

    public static FloatLane Sign(FloatLane a) => a._value > 0f ? new(1f) : a._value < 0f ? new(-1f) : a;

    private static FloatLane Mask(bool isTrue) => new(isTrue ? 1f : 0f);
}
