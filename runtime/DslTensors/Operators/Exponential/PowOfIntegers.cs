using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>Each integer to the power of another (PyTorch's <c>pow</c>), wrapping around; negative powers of all but 1 and -1 are 0.</summary>
/// <param name="input">The bases.</param>
/// <param name="exponent">The exponents.</param>
/// <returns>A tensor of the shape that the inputs broadcast to.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
[TensorOp("..., ... -> ...", Method = "Pow", ElementTypes = ElementTypes.Integers, NonDifferentiable = true)]
public static partial class PowOfIntegers
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> exponent, TensorView<T> result)
        where T : unmanaged, IBinaryInteger<T> => IntegerLoop.Run<Power, T>(input, exponent, result);

    private readonly struct Power : IIntegerFunction
    {
        public static T Apply<T>(T a, T b)
            where T : unmanaged, IBinaryInteger<T>
        {
            if (T.IsNegative(b))
                return a == T.One || (T.IsNegative(a) && a + T.One == T.Zero) ? (T.IsEvenInteger(b) ? T.One : a) : T.Zero;
            var power = T.One;
            for (; b != T.Zero; b >>= 1)
            {
                if (T.IsOddInteger(b))
                    power *= a;
                a *= a;
            }

            return power;
        }
    }
}

/// <summary>Each integer to the power of a number (PyTorch's <c>pow</c>), wrapping around.</summary>
/// <param name="input">The bases.</param>
/// <param name="exponent">The exponent, an integer.</param>
/// <returns>A tensor of the same shape.</returns>
/// <exception cref="TensorException">The exponent is negative or no integer.</exception>
[TensorOp("s... -> s...", Method = "Pow", ElementTypes = ElementTypes.Integers)]
public static partial class PowOfIntegersByNumber
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Scalar exponent)
        where T : unmanaged, IBinaryInteger<T>
    {
        var powers = ScalarTensor.Like(input, exponent).To(input.Device);
        if (exponent.To<long>() < 0)
            throw new TensorException($"Integers to negative integer powers are not allowed. pow: the exponent is {exponent}; convert the tensor first: x.To<float>().");
        return PowOfIntegers.Apply(input, powers, null);
    }
}

/// <summary>An integer to the power of each of others (PyTorch's <c>pow</c>), wrapping around.</summary>
/// <param name="input">The base.</param>
/// <param name="exponent">The exponents.</param>
/// <returns>A tensor of the same shape.</returns>
/// <exception cref="TensorException">The base is no integer.</exception>
[TensorOp("s... -> s...", Method = "Pow", ElementTypes = ElementTypes.Integers)]
public static partial class PowOfNumberByIntegers
{
    private static Tensor<T> Compose<T>(Scalar input, Tensor<T> exponent)
        where T : unmanaged, IBinaryInteger<T> => PowOfIntegers.Apply(ScalarTensor.Like(exponent, input).To(exponent.Device), exponent, null);
}
