using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The modified Bessel function of the first kind and order 0 of each element (PyTorch's <c>special.modified_bessel_i0</c>).</summary>
/// <param name="input">The tensor.</param>
/// <returns>A tensor of the same shape.</returns>
[TensorOp("s... -> s...", InPlace = true, NonDifferentiable = true)]
public static partial class ModifiedBesselI0
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> result)
        where T : unmanaged, IFloatingPointIeee754<T> => RealFunctionLoop.Run<Function, T>(input, result);

    private readonly struct Function : IRealFunction
    {
        public static double Apply(double x) => ModifiedBessel.I(0, x);
    }
}
