using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The quantile of the normal distribution at each probability (PyTorch's <c>special.ndtri</c>).</summary>
/// <param name="input">The tensor.</param>
/// <returns>A tensor of the same shape.</returns>
[TensorOp("s... -> s...", InPlace = true)]
public static partial class Ndtri
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> result)
        where T : unmanaged, IFloatingPointIeee754<T> => RealFunctionLoop.Run<Function, T>(input, result);

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> result)
        where T : unmanaged, IFloatingPointIeee754<T> => grad * (result.Square() * 0.5).Exp() * 2.5066282746310005024;

    private readonly struct Function : IRealFunction
    {
        public static double Apply(double x) => ErrorFunctions.InverseNormal(x);
    }
}
