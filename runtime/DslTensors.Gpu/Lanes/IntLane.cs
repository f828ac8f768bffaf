using DslTensors.Lanes;
using ILGPU.Algorithms;

namespace DslTensors.Devices.Lanes;

/// <summary>One <see langword="int"/> in a GPU thread. Masks are 1 and 0.</summary>
internal readonly partial struct IntLane(int value) : IDeviceLane<IntLane, int>, IDeviceLane<IntLane, short>, IDeviceLane<IntLane, sbyte>, IDeviceLane<IntLane, byte>
{
    private readonly int _value = value;

    public static int IsReal => 0;

    public static IntLane Load(int stored) => new(stored);

    public static int Store(IntLane a) => a._value;

    public static byte Flag(IntLane mask) => mask._value != 0 ? (byte)1 : (byte)0;

    static IntLane IDeviceLane<IntLane, short>.Load(short stored) => new(stored);

    static short IDeviceLane<IntLane, short>.Store(IntLane a) => (short)a._value;

    static IntLane IDeviceLane<IntLane, sbyte>.Load(sbyte stored) => new(stored);

    static sbyte IDeviceLane<IntLane, sbyte>.Store(IntLane a) => (sbyte)a._value;

    static IntLane IDeviceLane<IntLane, byte>.Load(byte stored) => new(stored);

    static byte IDeviceLane<IntLane, byte>.Store(IntLane a) => (byte)a._value;

    public static double ToDouble(IntLane a) => a._value;

    public static long ToLong(IntLane a) => a._value;

    public static IntLane FromLong(long value) => new((int)value);

    public static IntLane FromDouble(double value) => new((int)value);

    // Outside of the range a cast means something else on each device.
    public static IntLane Constant(double value) => value >= int.MaxValue ? new(int.MaxValue) : value <= int.MinValue ? new(int.MinValue) : new((int)value);

    public static IntLane operator +(IntLane a, IntLane b) => new(a._value + b._value);

    public static IntLane operator -(IntLane a, IntLane b) => new(a._value - b._value);

    public static IntLane operator *(IntLane a, IntLane b) => new(a._value * b._value);

    public static IntLane operator /(IntLane a, IntLane b) => new(a._value / b._value);

    public static IntLane operator %(IntLane a, IntLane b) => new(a._value % b._value);

    public static IntLane operator -(IntLane a) => new(-a._value);

    public static IntLane FusedMultiplyAdd(IntLane a, IntLane b, IntLane c) => new((a._value * b._value) + c._value);

    public static IntLane Equal(IntLane a, IntLane b) => Mask(a._value == b._value);

    public static IntLane Less(IntLane a, IntLane b) => Mask(a._value < b._value);

    public static IntLane LessOrEqual(IntLane a, IntLane b) => Mask(a._value <= b._value);

    public static IntLane IsNaN(IntLane a) => new(0);

    public static IntLane And(IntLane a, IntLane b) => new(a._value & b._value);

    public static IntLane Or(IntLane a, IntLane b) => new(a._value | b._value);

    public static IntLane Not(IntLane a) => new(1 - a._value);

    public static IntLane Select(IntLane mask, IntLane whenTrue, IntLane whenFalse) => mask._value != 0 ? whenTrue : whenFalse;

    public static IntLane Abs(IntLane a) => a._value < 0 ? -a : a;

    public static IntLane Min(IntLane a, IntLane b) => a._value < b._value ? a : b;

    public static IntLane Max(IntLane a, IntLane b) => a._value > b._value ? a : b;

    public static IntLane Floor(IntLane a) => a;

    public static IntLane Ceiling(IntLane a) => a;

    public static IntLane Round(IntLane a) => a;

    public static IntLane Truncate(IntLane a) => a;

    public static IntLane CopySign(IntLane a, IntLane sign) => (a._value < 0) == (sign._value < 0) ? a : -a;

    public static IntLane Sign(IntLane a) => new(a._value > 0 ? 1 : a._value < 0 ? -1 : 0);

    private static IntLane Mask(bool isTrue) => new(isTrue ? 1 : 0);
}
