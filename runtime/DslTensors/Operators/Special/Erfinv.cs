using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The inverse of the error function at each element, from -1 to 1 (PyTorch's <c>erfinv</c>).</summary>
/// <param name="input">The tensor.</param>
/// <returns>A tensor of the same shape.</returns>
[TensorOp("s... -> s...", InPlace = true)]
public static partial class Erfinv
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> result)
        where T : unmanaged, IFloatingPointIeee754<T> => RealFunctionLoop.Run<Function, T>(input, result);

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> result)
        where T : unmanaged, IFloatingPointIeee754<T> => grad * result.Square().Exp() * 0.88622692545275801365;

    private readonly struct Function : IRealFunction
    {
        public static double Apply(double x) => ErrorFunctions.InverseErf(x);
    }
}
