using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Powers in double precision (PyTorch's <c>float_power</c>).</summary>
/// <param name="input">The base.</param>
/// <param name="exponent">The exponent.</param>
/// <returns>The powers, as doubles.</returns>
[TensorOp("..., ... -> ...")]
public static partial class FloatPower
{
    private static Tensor<double> Compose<T>(Tensor<T> input, Tensor<T> exponent)
        where T : unmanaged, INumber<T> => input.To<double>().Pow(exponent.To<double>());
}
