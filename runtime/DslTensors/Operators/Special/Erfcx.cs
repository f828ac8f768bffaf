using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The error function's complement of each element times the exponential of the element's square (PyTorch's <c>special.erfcx</c>).</summary>
/// <param name="input">The tensor.</param>
/// <returns>A tensor of the same shape.</returns>
[TensorOp("s... -> s...", InPlace = true)]
public static partial class Erfcx
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> result)
        where T : unmanaged, IFloatingPointIeee754<T> => RealFunctionLoop.Run<Function, T>(input, result);

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> input, Tensor<T> result)
        where T : unmanaged, IFloatingPointIeee754<T> => grad * ((result * input * 2) - 1.1283791670955125739);

    private readonly struct Function : IRealFunction
    {
        public static double Apply(double x) => ErrorFunctions.Erfcx(x);
    }
}
