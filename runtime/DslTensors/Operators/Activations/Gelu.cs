using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Each element times the normal distribution function of it (PyTorch's <c>gelu</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="approximate">"none" for the exact function, "tanh" for the approximation by the hyperbolic tangent.</param>
/// <returns>A tensor of the same shape.</returns>
/// <exception cref="TensorException"><paramref name="approximate"/> is something else.</exception>
[TensorOp("s... -> s...")]
public static partial class Gelu
{
    private static Tensor<T> Compose<T>(Tensor<T> input, string approximate = "none")
        where T : unmanaged, IFloatingPointIeee754<T> => approximate switch
        {
            "none" => Activations.GeluErf(input, null),
            "tanh" => Activations.GeluTanh(input, null),
            _ => throw new TensorException($"approximate argument must be either none or tanh. gelu: it is '{approximate}'."),
        };
}
