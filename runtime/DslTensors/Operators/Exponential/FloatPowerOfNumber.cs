using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Powers in double precision (PyTorch's <c>float_power</c>).</summary>
/// <param name="input">The base.</param>
/// <param name="exponent">The exponent.</param>
/// <returns>The powers, as doubles.</returns>
[TensorOp("... -> ...", Method = "FloatPower")]
public static partial class FloatPowerOfNumber
{
    private static Tensor<double> Compose<T>(Tensor<T> input, Scalar exponent)
        where T : unmanaged, INumber<T> => input.To<double>().Pow(exponent);
}
