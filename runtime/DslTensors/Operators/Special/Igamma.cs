using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The regularized lower incomplete gamma function of each pair of elements (PyTorch's <c>igamma</c>).</summary>
/// <param name="input">Its parameters, not negative; PyTorch has no gradient by them, nor has this.</param>
/// <param name="other">Its bounds, not negative, or one for all.</param>
/// <returns>A tensor of the shape that the inputs broadcast to.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
[TensorOp("..., ... -> ...", TakesNumbers = true, InPlace = true, Aliases = ["gammainc"])]
public static partial class Igamma
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> other, TensorView<T> result)
        where T : unmanaged, IFloatingPointIeee754<T> => RealFunctionLoop.Run<Function, T>(input, other, result);

    private static Tensor<T> GradOther<T>(Tensor<T> grad, Tensor<T> input, Tensor<T> other)
        where T : unmanaged, IFloatingPointIeee754<T> => grad * (((input - 1) * other.Log()) - other - input.Lgamma()).Exp();

    private readonly struct Function : IRealFunction2
    {
        public static double Apply(double x, double y) => IncompleteGamma.Lower(x, y);
    }
}
