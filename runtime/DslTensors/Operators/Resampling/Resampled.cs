using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>Lines along a dimension resampled: each element a weighted sum of some of the original.</summary>
/// <param name="input">The tensor.</param>
/// <param name="size">The sizes of the result.</param>
/// <param name="dim">The dimension.</param>
/// <param name="weights">The places and weights of the sums.</param>
/// <param name="isAdjoint">Whether each element is shared out by the weights instead, which is the gradient.</param>
/// <returns>The resampled tensor.</returns>
[TensorOp("s... -> size...", Name = "upsample", IsInternal = true)]
internal static partial class Resampled
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> result, Shape size, int dim, SampleWeights weights, bool isAdjoint)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (outer, inner) = SliceSizes.Around(result.Sizes, dim);
        if (isAdjoint || result.Count == 0)
            result.Span.Clear();
        var factors = Array.ConvertAll(weights.Weights, T.CreateTruncating);
        Parallelism.For(outer, Planes.Grain((long)inner * weights.Count * weights.Taps), new Body<T>(input.Dense(), result, weights, factors, inner, isAdjoint));
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Shape inputShape, int dim, SampleWeights weights, bool isAdjoint)
        where T : unmanaged, IFloatingPointIeee754<T> => Apply(grad, inputShape, dim, weights, !isAdjoint, null);

    private readonly struct Body<T>(TensorView<T> input, TensorView<T> result, SampleWeights weights, T[] factors, int inner, bool isAdjoint) : IRangeBody
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int from, int to)
        {
            var (wide, narrow) = (weights.Size * inner, weights.Count * inner);
            for (var block = from; block < to; block++)
            {
                if (isAdjoint)
                    Share(input.Span.Slice(block * narrow, narrow), result.Span.Slice(block * wide, wide));
                else
                    Sum(input.Span.Slice(block * wide, wide), result.Span.Slice(block * narrow, narrow));
            }
        }

        private void Sum(ReadOnlySpan<T> source, Span<T> target)
        {
            for (var place = 0; place < weights.Count; place++)
            {
                var sums = target.Slice(place * inner, inner);
                for (var tap = 0; tap < weights.Taps; tap++)
                {
                    var (at, factor) = (weights.Places[(place * weights.Taps) + tap], factors[(place * weights.Taps) + tap]);
                    var line = source.Slice(at * inner, inner);
                    for (var i = 0; i < sums.Length; i++)
                        sums[i] = tap == 0 ? line[i] * factor : sums[i] + (line[i] * factor);
                }
            }
        }

        private void Share(ReadOnlySpan<T> source, Span<T> target)
        {
            for (var place = 0; place < weights.Count; place++)
            {
                var line = source.Slice(place * inner, inner);
                for (var tap = 0; tap < weights.Taps; tap++)
                {
                    var (at, factor) = (weights.Places[(place * weights.Taps) + tap], factors[(place * weights.Taps) + tap]);
                    var sums = target.Slice(at * inner, inner);
                    for (var i = 0; i < sums.Length; i++)
                        sums[i] += line[i] * factor;
                }
            }
        }
    }
}
