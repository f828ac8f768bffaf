using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The logarithm of the distribution function of the normal distribution at each element (PyTorch's <c>special.log_ndtr</c>).</summary>
/// <param name="input">The tensor.</param>
/// <returns>A tensor of the same shape.</returns>
[TensorOp("s... -> s...", InPlace = true)]
public static partial class LogNdtr
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> result)
        where T : unmanaged, IFloatingPointIeee754<T> => RealFunctionLoop.Run<Function, T>(input, result);

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> input)
        where T : unmanaged, IFloatingPointIeee754<T> => grad / (input * -0.70710678118654752440).Erfcx() * 0.79788456080286535588;

    private readonly struct Function : IRealFunction
    {
        public static double Apply(double x) => ErrorFunctions.LogNormal(x);
    }
}
