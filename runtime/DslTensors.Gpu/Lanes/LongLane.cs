using DslTensors.Lanes;
using ILGPU.Algorithms;

namespace DslTensors.Devices.Lanes;

/// <summary>One <see langword="long"/> in a GPU thread. Masks are 1 and 0.</summary>
internal readonly partial struct LongLane(long value) : IDeviceLane<LongLane, long>
{
    private readonly long _value = value;

    public static int IsReal => 0;

    public static LongLane Load(long stored) => new(stored);

    public static long Store(LongLane a) => a._value;

    public static byte Flag(LongLane mask) => mask._value != 0 ? (byte)1 : (byte)0;

    public static double ToDouble(LongLane a) => a._value;

    public static long ToLong(LongLane a) => a._value;

    public static LongLane FromLong(long value) => new(value);

    public static LongLane FromDouble(double value) => new((long)value);

    // Outside of the range a cast means something else on each device.
    public static LongLane Constant(double value) => value >= long.MaxValue ? new(long.MaxValue) : value <= long.MinValue ? new(long.MinValue) : new((long)value);

    public static LongLane operator +(LongLane a, LongLane b) => new(a._value + b._value);

    public static LongLane operator -(LongLane a, LongLane b) => new(a._value - b._value);

    public static LongLane operator *(LongLane a, LongLane b) => new(a._value * b._value);

    public static LongLane operator /(LongLane a, LongLane b) => new(a._value / b._value);

    public static LongLane operator %(LongLane a, LongLane b) => new(a._value % b._value);

    public static LongLane operator -(LongLane a) => new(-a._value);

    public static LongLane FusedMultiplyAdd(LongLane a, LongLane b, LongLane c) => new((a._value * b._value) + c._value);

    public static LongLane Equal(LongLane a, LongLane b) => Mask(a._value == b._value);

    public static LongLane Less(LongLane a, LongLane b) => Mask(a._value < b._value);

    public static LongLane LessOrEqual(LongLane a, LongLane b) => Mask(a._value <= b._value);

    public static LongLane IsNaN(LongLane a) => new(0);

    public static LongLane And(LongLane a, LongLane b) => new(a._value & b._value);

    public static LongLane Or(LongLane a, LongLane b) => new(a._value | b._value);

    public static LongLane Not(LongLane a) => new(1 - a._value);

    public static LongLane Select(LongLane mask, LongLane whenTrue, LongLane whenFalse) => mask._value != 0 ? whenTrue : whenFalse;

    public static LongLane Abs(LongLane a) => a._value < 0 ? -a : a;

    public static LongLane Min(LongLane a, LongLane b) => a._value < b._value ? a : b;

    public static LongLane Max(LongLane a, LongLane b) => a._value > b._value ? a : b;

    public static LongLane Floor(LongLane a) => a;

    public static LongLane Ceiling(LongLane a) => a;

    public static LongLane Round(LongLane a) => a;

    public static LongLane Truncate(LongLane a) => a;

    public static LongLane CopySign(LongLane a, LongLane sign) => (a._value < 0) == (sign._value < 0) ? a : -a;

    public static LongLane Sign(LongLane a) => new(a._value > 0 ? 1 : a._value < 0 ? -1 : 0);

    private static LongLane Mask(bool isTrue) => new(isTrue ? 1 : 0);
}
