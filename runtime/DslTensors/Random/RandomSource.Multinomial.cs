using System.Numerics;

namespace DslTensors;

public sealed partial class RandomSource
{
    /// <summary>
    /// Fills with category numbers, each drawn with the probability of its weight's share of the sum (one row of PyTorch's
    /// <c>multinomial(..., replacement=True)</c>).
    /// </summary>
    /// <exception cref="TensorException">A weight is negative or not finite, or none is positive.</exception>
    public void FillMultinomial<T>(ReadOnlySpan<T> weights, Span<long> target)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var cumulative = Cumulative(weights);
        lock (_gate)
        {
            foreach (ref var category in target)
            {
                var sample = NextDouble();
                var (left, right) = (0, cumulative.Length);
                while (left < right)
                {
                    var middle = left + ((right - left) / 2);
                    if (double.CreateTruncating(cumulative[middle]) < sample)
                        left = middle + 1;
                    else
                        right = middle;
                }

                category = left;
            }
        }
    }

    /// <summary>Fills with exponentially distributed values of rate <paramref name="lambda"/> (PyTorch's <c>exponential_</c>).</summary>
    /// <exception cref="TensorException">The rate is not positive.</exception>
    public void FillExponential<T>(Span<T> target, double lambda)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!(lambda > 0))
            throw new TensorException(FormattableString.Invariant($"exponential_ expects lambda > 0.0, but found lambda={lambda}."));
        lock (_gate)
        {
            foreach (ref var value in target)
                value = T.CreateTruncating(-1 / lambda * double.LogP1(-NextDouble()));
        }
    }

    private static T[] Cumulative<T>(ReadOnlySpan<T> weights)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var cumulative = new T[weights.Length];
        var sum = T.Zero;
        for (var i = 0; i < weights.Length; i++)
        {
            if (!(weights[i] >= T.Zero))
                throw Invalid($"encountering probability entry < 0): weight {i} is {weights[i]}");
            if (!T.IsFinite(weights[i]))
                throw Invalid($"encountering probability entry = infinity or NaN): weight {i} is {weights[i]}");
            sum += weights[i];
            cumulative[i] = sum;
        }

        if (!(sum > T.Zero))
            throw Invalid($"sum of probabilities <= 0): the {weights.Length} weights add up to {sum}");
        foreach (ref var value in cumulative.AsSpan())
            value /= sum;

        // Rounding must not leave room above the last category.
        cumulative[^1] = T.One;
        return cumulative;
    }

    private static TensorException Invalid(FormattableString reason) =>
        new($"invalid multinomial distribution ({FormattableString.Invariant(reason)}. Weights must be 0 or more, one of them positive.");
}
