using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Each element as a mantissa from 0.5 to 1 and a power of 2 (PyTorch's <c>frexp</c>).</summary>
/// <param name="input">The tensor.</param>
/// <returns>The mantissas, with the sign of the elements, and the exponents.</returns>
[TensorOp("s... -> s..., s...")]
public static partial class Frexp
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> mantissa, TensorView<int> exponent)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var elements = input.Dense().Span;
        for (var i = 0; i < elements.Length; i++)
        {
            var element = elements[i];
            var power = T.IsFinite(element) && element != T.Zero ? T.ILogB(element) + 1 : 0;
            exponent.Span[i] = power;

            // In two steps: 2 to the power of what a denormal number needs is no number of its type.
            mantissa.Span[i] = T.ScaleB(T.ScaleB(element, -(power / 2)), -(power - (power / 2)));
        }
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<int> exponent)
        where T : unmanaged, IFloatingPointIeee754<T> => grad * (-exponent.To<T>()).Exp2();
}
