using System.Numerics;

namespace DslTensors.Operators;

/// <summary>How often each integer from 0 up occurs in a vector (PyTorch's <c>bincount</c>).</summary>
/// <param name="input">The integers, 0 or more.</param>
/// <param name="minlength">The least number of counts.</param>
/// <returns>The counts, one more than the greatest integer.</returns>
/// <exception cref="ShapeException">The input is no vector.</exception>
/// <exception cref="TensorException">An integer, or the least number, is negative.</exception>
[TensorOp("n -> counts", NonDifferentiable = true)]
[ShapeError("input", ShapeFault.Rank, "bincount only supports 1-d non-negative integral inputs.")]
public static partial class Bincount
{
    private static Tensor<long> Compose(Tensor<long> input, int minlength = 0)
    {
        var counts = new long[Length(input, minlength)];
        foreach (var number in input.ToArray())
            counts[number]++;
        return Tensor.From(counts);
    }

    internal static long Length(Tensor<long> input, int minlength)
    {
        if (minlength < 0)
            throw new TensorException($"minlength should be >= 0. bincount: it is {minlength}.");
        var numbers = input.ToArray();
        if (numbers.Any(number => number < 0))
            throw new TensorException($"bincount only supports 1-d non-negative integral inputs. One is {numbers.Min()}.");
        return Math.Max(minlength, numbers.Length == 0 ? 0 : numbers.Max() + 1);
    }
}

/// <summary>The sum of the weights of each integer from 0 up in a vector (PyTorch's <c>bincount</c> with weights).</summary>
/// <param name="input">The integers, 0 or more.</param>
/// <param name="weights">A weight for each.</param>
/// <param name="minlength">The least number of sums.</param>
/// <returns>The sums, one more than the greatest integer.</returns>
/// <exception cref="ShapeException">The input is no vector, or there are more or fewer weights.</exception>
/// <exception cref="TensorException">An integer, or the least number, is negative.</exception>
[TensorOp("n, n -> counts", Method = "Bincount", NonDifferentiable = true)]
[ShapeError("input", ShapeFault.Rank, "bincount only supports 1-d non-negative integral inputs.")]
[ShapeError("weights", ShapeFault.Size, "weights should be 1-d and have the same length as input")]
public static partial class BincountWeighted
{
    private static Tensor<T> Compose<T>(Tensor<long> input, Tensor<T> weights, int minlength = 0)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (sums, shares) = (new T[Bincount.Length(input, minlength)], weights.ToArray());
        var numbers = input.ToArray();
        for (var i = 0; i < numbers.Length; i++)
            sums[numbers[i]] += shares[i];
        return Tensor.From(sums);
    }
}
