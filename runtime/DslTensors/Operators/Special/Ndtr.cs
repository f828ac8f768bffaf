using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The distribution function of the normal distribution at each element (PyTorch's <c>special.ndtr</c>).</summary>
/// <param name="input">The tensor.</param>
/// <returns>A tensor of the same shape.</returns>
[TensorOp("s... -> s...", InPlace = true)]
public static partial class Ndtr
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> result)
        where T : unmanaged, IFloatingPointIeee754<T> => RealFunctionLoop.Run<Function, T>(input, result);

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> input)
        where T : unmanaged, IFloatingPointIeee754<T> => grad * (input.Square() * -0.5).Exp() * 0.39894228040143267794;

    private readonly struct Function : IRealFunction
    {
        public static double Apply(double x) => ErrorFunctions.Normal(x);
    }
}
