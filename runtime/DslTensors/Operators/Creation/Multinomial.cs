using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Categories drawn with the probabilities of their weights (PyTorch's <c>multinomial</c>), in PyTorch's sequence after <see cref="Tensor.ManualSeed"/>.</summary>
/// <param name="input">The weights, [n] or [rows, n]: 0 or more, not all 0.</param>
/// <param name="numSamples">How many to draw of each row.</param>
/// <param name="replacement">Whether a category may be drawn more than once.</param>
/// <returns>The categories, [numSamples] or [rows, numSamples].</returns>
/// <exception cref="TensorException">A weight is negative or not finite, all are 0, or there are fewer categories than samples without replacement.</exception>
/// <exception cref="ShapeException">The weights are neither vector nor matrix.</exception>
[TensorOp("s... n -> s... numSamples", NonDifferentiable = true)]
public static partial class Multinomial
{
    private static Tensor<long> Compose<T>(Tensor<T> input, int numSamples, bool replacement = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Check(input, numSamples, replacement);
        var weights = input.Detach();
        if (replacement)
            return Drawn(weights, numSamples);

        // PyTorch's way without replacement: the greatest of the weights, each divided by an exponentially distributed number.
        var rates = Tensor<T>.Allocate(Device.Cpu, StridedLayout.Contiguous(input.Layout.Sizes));
        RandomSource.Default.FillExponential(rates.AsView().Span, 1);
        return (weights / rates).Topk(numSamples).Indices;
    }

    private static Tensor<long> Drawn<T>(Tensor<T> weights, int samples)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var categories = Tensor<long>.Allocate(Device.Cpu, StridedLayout.Contiguous([.. weights.Layout.Sizes[..^1], samples]));
        var (count, all) = (weights.Shape[-1], weights.ToArray());
        for (var row = 0; row * count < all.Length; row++)
            RandomSource.Default.FillMultinomial(all.AsSpan(row * count, count), categories.AsView().Span.Slice(row * samples, samples));
        GC.KeepAlive(categories);
        return categories;
    }

    private static void Check<T>(Tensor<T> input, int samples, bool replacement)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (input.Rank > 2)
            throw new ShapeException($"prob_dist must be 1 or 2 dim: multinomial got shape {input.Shape}. Reshape the weights to rows.");
        if (samples <= 0)
            throw new TensorException($"cannot sample n_sample <= 0 samples: numSamples is {samples}. Draw at least one.");
        if (!replacement && samples > input.Shape[-1])
            throw new TensorException($"cannot sample n_sample > prob_dist.size(-1) samples without replacement: numSamples is {samples} for {input.Shape[-1]} categories. Say replacement: true, or draw fewer.");
        var weights = input.ToArray();
        if (Array.FindIndex(weights, weight => !(weight >= T.Zero) || !T.IsFinite(weight)) is >= 0 and var place)
            throw new TensorException($"probability tensor contains either `inf`, `nan` or element < 0: weight {place} is {weights[place]}. Weights are finite and 0 or more.");
        var count = input.Shape[-1];
        for (var i = 0; i < weights.Length; i += count)
        {
            if (Array.TrueForAll(weights[i..(i + count)], weight => weight == T.Zero))
                throw new TensorException($"invalid multinomial distribution (sum of probabilities <= 0): row {i / count} of the weights is all 0. One of them must be positive.");
        }
    }
}
