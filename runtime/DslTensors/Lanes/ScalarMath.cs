using DslTensors.Cpu;
using DslTensors.Lanes;

namespace DslTensors;

/// <summary>
/// Scalar functions that <see cref="MathF"/> and <see cref="Math"/> lack, for the bodies of <see cref="ElementwiseAttribute"/> functions;
/// tensors get the same bits.
/// </summary>
public static class ScalarMath
{
    /// <summary>The error function.</summary>
    public static float Erf(float x) => Erf(new ScalarLane<float>(x)).Value;

    /// <summary>The error function.</summary>
    public static double Erf(double x) => Erf(new ScalarLane<double>(x)).Value;

    /// <summary>The logistic function, 1 / (1 + exp(-x)).</summary>
    public static float Sigmoid(float x) => Sigmoid(new ScalarLane<float>(x)).Value;

    /// <summary>The logistic function, 1 / (1 + exp(-x)).</summary>
    public static double Sigmoid(double x) => Sigmoid(new ScalarLane<double>(x)).Value;

    /// <summary>2 to the power of x.</summary>
    public static float Exp2(float x) => Exp2(new ScalarLane<float>(x)).Value;

    /// <summary>2 to the power of x.</summary>
    public static double Exp2(double x) => Exp2(new ScalarLane<double>(x)).Value;

    /// <summary>exp(x) - 1, exact near 0.</summary>
    public static float Expm1(float x) => Expm1(new ScalarLane<float>(x)).Value;

    /// <summary>exp(x) - 1, exact near 0.</summary>
    public static double Expm1(double x) => Expm1(new ScalarLane<double>(x)).Value;

    /// <summary>log(1 + x), exact near 0.</summary>
    public static float Log1p(float x) => Log1p(new ScalarLane<float>(x)).Value;

    /// <summary>log(1 + x), exact near 0.</summary>
    public static double Log1p(double x) => Log1p(new ScalarLane<double>(x)).Value;

    private static L Erf<L>(L x)
        where L : struct, ILane<L> => L.Erf(x);

    private static L Sigmoid<L>(L x)
        where L : struct, ILane<L> => L.Sigmoid(x);

    private static L Exp2<L>(L x)
        where L : struct, ILane<L> => L.Exp2(x);

    private static L Expm1<L>(L x)
        where L : struct, ILane<L> => L.Expm1(x);

    private static L Log1p<L>(L x)
        where L : struct, ILane<L> => L.Log1p(x);
}
