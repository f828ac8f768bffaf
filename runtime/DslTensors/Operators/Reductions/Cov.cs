using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The covariances of variables, a row of observations each (PyTorch's <c>cov</c>).</summary>
/// <param name="input">The observations, [variables, observations], or a vector of one variable's.</param>
/// <param name="correction">What is subtracted from the number of observations: 1 for a sample, 0 for the whole population.</param>
/// <param name="fweights">How often each observation counts, [observations].</param>
/// <param name="aweights">How much each observation weighs, [observations].</param>
/// <returns>The covariances, [variables, variables]; a scalar for one variable.</returns>
/// <exception cref="ShapeException">There are more than two dimensions, or weights do not fit.</exception>
/// <exception cref="TensorException">A weight is negative.</exception>
[TensorOp("s..., w...?, a...? -> covariances...")]
public static partial class Cov
{
    private static Tensor<T> Compose<T>(Tensor<T> input, int correction = 1, Tensor<long>? fweights = null, Tensor<T>? aweights = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (input.Rank > 2)
            throw new ShapeException($"cov(): expected input to have two or fewer dimensions but got an input with {input.Rank} dimensions. Its shape is {input.Shape}.");
        var rows = input.Rank < 2 ? input.Reshape(1, -1) : input;
        var count = rows.Shape[1];
        Tensor<T>? weights = null;
        if (fweights is not null)
        {
            Check("fweights", fweights, count);
            if (fweights.ToArray().Any(weight => weight < 0))
                throw new TensorException("cov(): fweights cannot be negative. They say how often each observation counts.");
            weights = fweights.To<T>();
        }

        if (aweights is not null)
        {
            Check("aweights", aweights, count);
            if (aweights.ToArray().Any(weight => weight < T.Zero))
                throw new TensorException("cov(): aweights cannot be negative. They say how much each observation weighs.");
            weights = weights is null ? aweights : weights * aweights;
        }

        var total = weights is null ? Tensor.Full([], (Scalar)count, null).To<T>() : weights.Sum();
        if (weights is not null && double.CreateChecked(total.Item()) == 0)
            throw new TensorException("cov(): weights sum to zero, can't be normalized. Give at least one observation a weight.");
        var mean = weights is null ? rows.Mean(1, keepDim: true) : (rows * weights).Sum(1, keepDim: true) / total;
        var centred = rows - mean;
        var scale = correction == 0 || aweights is null ? total - correction : total - (correction * (weights! * aweights).Sum() / total);
        var covariances = centred.Mm((weights is null ? centred : centred * weights).Transpose(0, 1)) / scale.ClampMin(0);
        return covariances.Squeeze();
    }

    private static void Check(string name, Tensor weights, int count)
    {
        if (weights.Rank > 1)
            throw new ShapeException($"cov(): expected {name} to have one or fewer dimensions but got {name} with {weights.Rank} dimensions. Their shape is {weights.Shape}.");
        if (weights.Count != count)
            throw new ShapeException($"cov(): expected {name} to have the same numel as there are observations in the input but got {weights.Count} != {count}. One weight belongs to each observation.");
    }
}
