using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The derivative of the logarithm of the gamma function of each element (PyTorch's <c>digamma</c>).</summary>
/// <param name="input">The tensor.</param>
/// <returns>A tensor of the same shape.</returns>
[TensorOp("s... -> s...", InPlace = true, Aliases = ["psi"])]
public static partial class Digamma
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> result)
        where T : unmanaged, IFloatingPointIeee754<T> => RealFunctionLoop.Run<Function, T>(input, result);

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> input)
        where T : unmanaged, IFloatingPointIeee754<T> => grad * Tensor.Polygamma(1, input);

    private readonly struct Function : IRealFunction
    {
        public static double Apply(double x) => GammaFunctions.Digamma(x);
    }
}
