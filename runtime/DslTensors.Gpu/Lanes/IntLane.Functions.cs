namespace DslTensors.Devices.Lanes;

// Operators of real numbers don't exist for integers, but every lane has their functions.
internal readonly partial struct IntLane
{
    public static IntLane Exp(IntLane a) => a;

    public static IntLane Exp2(IntLane a) => a;

    public static IntLane Expm1(IntLane a) => a;

    public static IntLane Log(IntLane a) => a;

    public static IntLane Log2(IntLane a) => a;

    public static IntLane Log10(IntLane a) => a;

    public static IntLane Log1p(IntLane a) => a;

    public static IntLane Sin(IntLane a) => a;

    public static IntLane Cos(IntLane a) => a;

    public static IntLane Tan(IntLane a) => a;

    public static IntLane Sinh(IntLane a) => a;

    public static IntLane Cosh(IntLane a) => a;

    public static IntLane Tanh(IntLane a) => a;

    public static IntLane Asin(IntLane a) => a;

    public static IntLane Acos(IntLane a) => a;

    public static IntLane Atan(IntLane a) => a;

    public static IntLane Asinh(IntLane a) => a;

    public static IntLane Acosh(IntLane a) => a;

    public static IntLane Atanh(IntLane a) => a;

    public static IntLane Cbrt(IntLane a) => a;

    public static IntLane Erf(IntLane a) => a;

    public static IntLane Sigmoid(IntLane a) => a;

    public static IntLane Sqrt(IntLane a) => a;

    public static IntLane Atan2(IntLane y, IntLane x) => y;

    public static IntLane Pow(IntLane a, IntLane exponent)
    {
        var (power, result) = (a._value, (int)1);
        for (var rest = exponent._value; rest > 0; rest >>= 1)
        {
            if ((rest & 1) != 0)
                result *= power;
            power *= power;
        }

        return new(exponent._value >= 0 ? result : a._value == 1 ? 1 : a._value == -1 ? ((exponent._value & 1) != 0 ? -1 : 1) : 0);
    }
}
