using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The Bessel function of the first kind and order 1 of each element (PyTorch's <c>special.bessel_j1</c>).</summary>
/// <param name="input">The tensor.</param>
/// <returns>A tensor of the same shape.</returns>
[TensorOp("s... -> s...", InPlace = true, NonDifferentiable = true)]
public static partial class BesselJ1
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> result)
        where T : unmanaged, IFloatingPointIeee754<T> => RealFunctionLoop.Run<Function, T>(input, result);

    private readonly struct Function : IRealFunction
    {
        public static double Apply(double x) => Bessel.J(1, x);
    }
}
