using DslTensors.Cpu;
using DslTensors.Lanes;

namespace DslTensors;

/// <summary>Functions of single numbers that .NET lacks, as <see cref="ElementwiseAttribute"/> bodies write them.</summary>
public static class ScalarMath
{
    /// <summary>The error function.</summary>
    public static float Erf(float x) => LaneErf(new ScalarLane<float>(x)).Value;

    /// <inheritdoc cref="Erf(float)"/>
    public static double Erf(double x) => LaneErf(new ScalarLane<double>(x)).Value;

    /// <summary>The logistic function 1 / (1 + exp(-x)).</summary>
    public static float Sigmoid(float x) => LaneSigmoid(new ScalarLane<float>(x)).Value;

    /// <inheritdoc cref="Sigmoid(float)"/>
    public static double Sigmoid(double x) => LaneSigmoid(new ScalarLane<double>(x)).Value;

    private static L LaneErf<L>(L x)
        where L : struct, ILane<L> => L.Erf(x);

    private static L LaneSigmoid<L>(L x)
        where L : struct, ILane<L> => L.Sigmoid(x);
}
