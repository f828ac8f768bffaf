using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The modified Bessel function of the second kind and order 0 of each element, times exp(x) (PyTorch's <c>special.scaled_modified_bessel_k0</c>).</summary>
/// <param name="input">The tensor.</param>
/// <returns>A tensor of the same shape.</returns>
[TensorOp("s... -> s...", InPlace = true, NonDifferentiable = true)]
public static partial class ScaledModifiedBesselK0
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> result)
        where T : unmanaged, IFloatingPointIeee754<T> => RealFunctionLoop.Run<Function, T>(input, result);

    private readonly struct Function : IRealFunction
    {
        public static double Apply(double x) => ModifiedBessel.ScaledK(0, x);
    }
}
