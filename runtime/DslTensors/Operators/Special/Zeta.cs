using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The zeta function of Hurwitz of each pair of elements (PyTorch's <c>special.zeta</c>).</summary>
/// <param name="input">Its exponents, greater than 1; PyTorch has no gradient by them, nor has this.</param>
/// <param name="other">Where its sum begins, or one for all.</param>
/// <returns>A tensor of the shape that the inputs broadcast to.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
[TensorOp("..., ... -> ...", TakesNumbers = true, InPlace = true)]
public static partial class Zeta
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> other, TensorView<T> result)
        where T : unmanaged, IFloatingPointIeee754<T> => RealFunctionLoop.Run<Function, T>(input, other, result);

    private static Tensor<T> GradOther<T>(Tensor<T> grad, Tensor<T> input, Tensor<T> other)
        where T : unmanaged, IFloatingPointIeee754<T> => grad * -input * (input + 1).Zeta(other);

    private readonly struct Function : IRealFunction2
    {
        public static double Apply(double x, double y) => GammaFunctions.Zeta(x, y);
    }
}
