using System.Numerics;

namespace DslTensors.Operators;

/// <summary>How many elements fall into each of some equal ranges (PyTorch's <c>histc</c>).</summary>
/// <param name="input">The tensor; elements beyond the bounds, and NaN, don't count.</param>
/// <param name="bins">How many ranges.</param>
/// <param name="min">Where the first begins.</param>
/// <param name="max">Where the last ends, itself included; where it equals <paramref name="min"/>, the least and the greatest element are the bounds.</param>
/// <returns>The counts, [bins].</returns>
/// <exception cref="TensorException">There is no range, or the bounds are crossed or not finite.</exception>
[TensorOp("s... -> bins", NonDifferentiable = true)]
public static partial class Histc
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> result, int bins = 100, double min = 0, double max = 0)
        where T : unmanaged, INumber<T>
    {
        if (bins <= 0)
            throw new TensorException($"bins must be > 0. histc: bins is {bins}.");
        var elements = input.Dense().Span;
        if (min == max && elements.Length > 0)
        {
            (min, max) = (double.PositiveInfinity, double.NegativeInfinity);
            foreach (var element in elements)
                (min, max) = (Math.Min(min, double.CreateChecked(element)), Math.Max(max, double.CreateChecked(element)));
        }

        if (min == max)
            (min, max) = (min - 1, max + 1);
        if (!double.IsFinite(min) || !double.IsFinite(max))
            throw new TensorException($"histc: range of [{min}, {max}] is not finite. Give bounds, or leave infinite elements out.");
        if (min > max)
            throw new TensorException($"max must be larger than min. histc: they are {max} and {min}.");
        result.Span.Clear();
        foreach (var element in elements)
        {
            var number = double.CreateChecked(element);
            if (number >= min && number <= max)
                result.Span[Math.Min((int)((number - min) * bins / (max - min)), bins - 1)] += T.One;
        }
    }
}
