using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The QR decomposition of each matrix as LAPACK keeps it (PyTorch's <c>geqrf</c>): R, and below its diagonal the reflections for <c>HouseholderProduct</c>.</summary>
/// <param name="input">The matrices, [..., n, m].</param>
/// <returns>R with the reflections, [..., n, m], and their factors, [..., k], with k the lesser size.</returns>
/// <exception cref="ShapeException">There are fewer than two dimensions.</exception>
[TensorOp("s... n m -> s... n m, lesser(s... n m)", NonDifferentiable = true)]
[ShapeError("input", ShapeFault.Rank, "torch.geqrf: input must have at least 2 dimensions.")]
public static partial class Geqrf
{
    private static (Tensor<T> A, Tensor<T> Tau) Compose<T>(Tensor<T> input)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var batch = Matrices.Batch(input);
        var (packed, tau) = HouseholderFactors.Apply(Matrices.Flat(input.Detach()), Math.Min(input.Shape[-2], input.Shape[-1]));
        return (Matrices.Shaped(packed, batch), Matrices.Shaped(tau, batch));
    }
}
