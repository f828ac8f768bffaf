using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Each element if it is positive, otherwise alpha times the exponential of its alpha-th part less 1 (PyTorch's <c>celu</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="alpha">Minus the limit on the negative side.</param>
/// <returns>A tensor of the same shape.</returns>
/// <exception cref="TensorException"><paramref name="alpha"/> is 0.</exception>
[TensorOp("s... -> s...", InPlace = true)]
public static partial class Celu
{
    private static Tensor<T> Compose<T>(Tensor<T> input, double alpha = 1)
        where T : unmanaged, IFloatingPointIeee754<T> => alpha != 0
            ? Activations.CeluWith(input, alpha, null)
            : throw new TensorException("ZeroDivisionError: alpha cannot be 0 for CELU. Give another alpha, or use Relu.");
}
