namespace DslTensors.Devices.Lanes;

// Operators of real numbers don't exist for integers, but every lane has their functions.
internal readonly partial struct LongLane
{
    public static LongLane Exp(LongLane a) => a;

    public static LongLane Exp2(LongLane a) => a;

    public static LongLane Expm1(LongLane a) => a;

    public static LongLane Log(LongLane a) => a;

    public static LongLane Log2(LongLane a) => a;

    public static LongLane Log10(LongLane a) => a;

    public static LongLane Log1p(LongLane a) => a;

    public static LongLane Sin(LongLane a) => a;

    public static LongLane Cos(LongLane a) => a;

    public static LongLane Tan(LongLane a) => a;

    public static LongLane Sinh(LongLane a) => a;

    public static LongLane Cosh(LongLane a) => a;

    public static LongLane Tanh(LongLane a) => a;

    public static LongLane Asin(LongLane a) => a;

    public static LongLane Acos(LongLane a) => a;

    public static LongLane Atan(LongLane a) => a;

    public static LongLane Asinh(LongLane a) => a;

    public static LongLane Acosh(LongLane a) => a;

    public static LongLane Atanh(LongLane a) => a;

    public static LongLane Cbrt(LongLane a) => a;

    public static LongLane Erf(LongLane a) => a;

    public static LongLane Sigmoid(LongLane a) => a;

    public static LongLane Sqrt(LongLane a) => a;

    public static LongLane Atan2(LongLane y, LongLane x) => y;

    public static LongLane Pow(LongLane a, LongLane exponent)
    {
        var (power, result) = (a._value, (long)1);
        for (var rest = exponent._value; rest > 0; rest >>= 1)
        {
            if ((rest & 1) != 0)
                result *= power;
            power *= power;
        }

        return new(exponent._value >= 0 ? result : a._value == 1 ? 1 : a._value == -1 ? ((exponent._value & 1) != 0 ? -1 : 1) : 0);
    }
}
