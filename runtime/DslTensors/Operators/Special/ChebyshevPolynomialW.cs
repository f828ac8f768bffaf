using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>Chebyshev's polynomial W of a degree at each element (PyTorch's <c>special.chebyshev_polynomial_w</c>); 0 for negative degrees.</summary>
/// <param name="input">Where.</param>
/// <param name="n">The degrees, or one for all; fractions are cut off.</param>
/// <returns>A tensor of the shape that the inputs broadcast to.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
[TensorOp("..., ... -> ...", TakesNumbers = true, NonDifferentiable = true)]
public static partial class ChebyshevPolynomialW
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> n, TensorView<T> result)
        where T : unmanaged, IFloatingPointIeee754<T> => RealFunctionLoop.Run<Function, T>(input, n, result);

    private readonly struct Function : IRealFunction2
    {
        public static double Apply(double x, double y)
        {
            var degree = (long)y;
            if (degree < 0)
                return 0;
            var (last, value) = (1.0, (2 * x) + 1);
            for (var k = 1L; k < degree; k++)
                (last, value) = (value, (2 * x * value) - last);
            return degree == 0 ? 1.0 : value;
        }
    }
}
