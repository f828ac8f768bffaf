using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The logarithm of the magnitude of the gamma function of each element (PyTorch's <c>lgamma</c>).</summary>
/// <param name="input">The tensor.</param>
/// <returns>A tensor of the same shape.</returns>
[TensorOp("s... -> s...", InPlace = true, Aliases = ["gammaln"])]
public static partial class Lgamma
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> result)
        where T : unmanaged, IFloatingPointIeee754<T> => RealFunctionLoop.Run<Function, T>(input, result);

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> input)
        where T : unmanaged, IFloatingPointIeee754<T> => grad * input.Digamma();

    private readonly struct Function : IRealFunction
    {
        public static double Apply(double x) => GammaFunctions.Log(x);
    }
}
