using DslTensors.Lanes;
using ILGPU;
using ILGPU.Algorithms;

namespace DslTensors.Devices.Lanes;

/// <summary>One <see langword="double"/> in a GPU thread. Masks are 1 and 0.</summary>
internal readonly partial struct DoubleLane(double value) : IDeviceLane<DoubleLane, double>
{
    private readonly double _value = value;

    public static int IsReal => 1;

    public static DoubleLane Load(double stored) => new(stored);

    public static double Store(DoubleLane a) => a._value;

    public static byte Flag(DoubleLane mask) => mask._value != 0 ? (byte)1 : (byte)0;

    public static double ToDouble(DoubleLane a) => a._value;

    public static long ToLong(DoubleLane a) => (long)a._value;

    public static DoubleLane FromLong(long value) => new((double)value);

    public static DoubleLane FromDouble(double value) => new(value);

    public static DoubleLane Constant(double value) => new(value);

    public static DoubleLane operator +(DoubleLane a, DoubleLane b) => new(a._value + b._value);

    public static DoubleLane operator -(DoubleLane a, DoubleLane b) => new(a._value - b._value);

    public static DoubleLane operator *(DoubleLane a, DoubleLane b) => new(a._value * b._value);

    public static DoubleLane operator /(DoubleLane a, DoubleLane b) => new(a._value / b._value);

    public static DoubleLane operator %(DoubleLane a, DoubleLane b) => new(XMath.Rem(a._value, b._value));

    public static DoubleLane operator -(DoubleLane a) => new(-a._value);

    public static DoubleLane FusedMultiplyAdd(DoubleLane a, DoubleLane b, DoubleLane c) => new((a._value * b._value) + c._value);

    public static DoubleLane Equal(DoubleLane a, DoubleLane b) => Mask(a._value == b._value);

    public static DoubleLane Less(DoubleLane a, DoubleLane b) => Mask(a._value < b._value);

    public static DoubleLane LessOrEqual(DoubleLane a, DoubleLane b) => Mask(a._value <= b._value);

    public static DoubleLane IsNaN(DoubleLane a) => Mask(XMath.IsNaN(a._value));

    public static DoubleLane And(DoubleLane a, DoubleLane b) => new(a._value * b._value);

    public static DoubleLane Or(DoubleLane a, DoubleLane b) => Mask(a._value + b._value != 0);

    public static DoubleLane Not(DoubleLane a) => new(1 - a._value);

    public static DoubleLane Select(DoubleLane mask, DoubleLane whenTrue, DoubleLane whenFalse) => mask._value != 0 ? whenTrue : whenFalse;

    public static DoubleLane Abs(DoubleLane a) => new(XMath.Abs(a._value));

    public static DoubleLane Min(DoubleLane a, DoubleLane b) => XMath.IsNaN(a._value) || XMath.IsNaN(b._value) ? a + b : a._value < b._value ? a : b;

    public static DoubleLane Max(DoubleLane a, DoubleLane b) => XMath.IsNaN(a._value) || XMath.IsNaN(b._value) ? a + b : a._value > b._value ? a : b;

    public static DoubleLane Floor(DoubleLane a) => new(XMath.Floor(a._value));

    public static DoubleLane Ceiling(DoubleLane a) => new(XMath.Ceiling(a._value));

    public static DoubleLane Round(DoubleLane a) => new(XMath.RoundToEven(a._value));

    public static DoubleLane Truncate(DoubleLane a) => new(XMath.Truncate(a._value));

    public static DoubleLane Sqrt(DoubleLane a) => new(XMath.Sqrt(a._value));

    public static DoubleLane CopySign(DoubleLane a, DoubleLane sign) => new(Interop.IntAsFloat((Interop.FloatAsInt(a._value) & 0x7FFFFFFFFFFFFFFFul) | (Interop.FloatAsInt(sign._value) & 0x8000000000000000ul)));

    public static DoubleLane Sign(DoubleLane a) => a._value > 0 ? new(1) : a._value < 0 ? new(-1) : a;

    private static DoubleLane Mask(bool isTrue) => new(isTrue ? 1 : 0);
}
