using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The logarithm of the sum of exponentials, computed without overflow (PyTorch's <c>logsumexp</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">One or several dimensions.</param>
/// <param name="keepDim">Keep the reduced dimensions with size 1.</param>
/// <returns>The logarithms.</returns>
/// <exception cref="DimensionException">A dimension is out of range or given twice.</exception>
[TensorOp("s... -> reduce(s, dim, keepDim)")]
public static partial class Logsumexp
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Dims dim, bool keepDim = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (input.Count == 0)
            return input.Exp().Sum(dim, keepDim).Log();

        // The greatest element only shifts the computation, so no gradient flows through it; an infinite one must not.
        var greatest = input.Detach().Amax(dim, keepDim: true);
        greatest = greatest.MaskedFill(greatest.Abs().Eq(double.PositiveInfinity), 0);
        var sums = (input - greatest).Exp().Sum(dim, keepDim);
        return sums.Log() + greatest.Reshape(sums.Shape.ToArray());
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> input, Tensor<T> result, Dims dim, bool keepDim)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // Where all elements are -infinity, so is the result, and the difference is NaN: no element has a share.
        var shares = (input - ReducedGradient.KeepDims(result, input.Shape, dim, keepDim)).Exp();
        shares = shares.MaskedFill(shares.Isnan(), 0);
        return ReducedGradient.KeepDims(grad, input.Shape, dim, keepDim) * shares;
    }
}
