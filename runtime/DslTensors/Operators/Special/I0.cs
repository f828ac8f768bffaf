using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The modified Bessel function of the first kind and order 0 of each element (PyTorch's <c>i0</c>).</summary>
/// <param name="input">The tensor.</param>
/// <returns>A tensor of the same shape.</returns>
[TensorOp("s... -> s...", InPlace = true)]
public static partial class I0
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> result)
        where T : unmanaged, IFloatingPointIeee754<T> => RealFunctionLoop.Run<Function, T>(input, result);

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> input)
        where T : unmanaged, IFloatingPointIeee754<T> => grad * input.I1();

    private readonly struct Function : IRealFunction
    {
        public static double Apply(double x) => ModifiedBessel.I(0, x);
    }
}
