using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>1 less the error function of each element, exact where it is small (PyTorch's <c>erfc</c>).</summary>
/// <param name="input">The tensor.</param>
/// <returns>A tensor of the same shape.</returns>
[TensorOp("s... -> s...", InPlace = true)]
public static partial class Erfc
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> result)
        where T : unmanaged, IFloatingPointIeee754<T> => RealFunctionLoop.Run<Function, T>(input, result);

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> input)
        where T : unmanaged, IFloatingPointIeee754<T> => grad * (-input.Square()).Exp() * -1.1283791670955125739;

    private readonly struct Function : IRealFunction
    {
        public static double Apply(double x) => ErrorFunctions.Erfc(x);
    }
}
