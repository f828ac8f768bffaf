using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The spherical Bessel function of order 0 of each element, sin(x) / x (PyTorch's <c>special.spherical_bessel_j0</c>).</summary>
/// <param name="input">The tensor.</param>
/// <returns>A tensor of the same shape.</returns>
[TensorOp("s... -> s...", InPlace = true, NonDifferentiable = true)]
public static partial class SphericalBesselJ0
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> result)
        where T : unmanaged, IFloatingPointIeee754<T> => RealFunctionLoop.Run<Function, T>(input, result);

    private readonly struct Function : IRealFunction
    {
        public static double Apply(double x) => double.IsInfinity(x) ? 0 : Math.Abs(x) < 0.5 ? 1 - (x * x / 6 * (1 - (x * x / 20 * (1 - (x * x / 42 * (1 - (x * x / 72 * (1 - (x * x / 110 * (1 - (x * x / 156))))))))))) : Math.Sin(x) / x;
    }
}
