using System.Numerics;
using System.Runtime.Intrinsics;
using DslTensors.Lanes;

namespace DslTensors.Cpu;

/// <summary>Channels brought to mean 0 and variance 1 over the batch, then scaled and shifted, each while it is in the cache.</summary>
internal static class NormalizedChannelsKernel
{
    /// <summary>Fills the result and the mean and variance of each channel; all operands are contiguous.</summary>
    public static void Run<T>(TensorView<T> input, T[]? weight, T[]? bias, TensorView<T> result, TensorView<T> mean, TensorView<T> variance, T eps)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var runs = ChannelRuns.Of(input.Sizes);
        if (runs.IsScattered)
        {
            var (gathered, computed) = (runs.Gather(input), runs.Rent<T>());
            Run(gathered, weight, bias, computed, mean, variance, eps);
            runs.Scatter(computed, result);
            ChannelRuns.Return(gathered);
            ChannelRuns.Return(computed);
            return;
        }

        if (Vector512.IsHardwareAccelerated)
            Parallelism.For(runs.Channels, runs.ChannelGrain, new Body<Lane512<T>, T>(runs, input, weight, bias, result, mean, variance, eps));
        else if (Vector256.IsHardwareAccelerated)
            Parallelism.For(runs.Channels, runs.ChannelGrain, new Body<Lane256<T>, T>(runs, input, weight, bias, result, mean, variance, eps));
        else
            Parallelism.For(runs.Channels, runs.ChannelGrain, new Body<Lane128<T>, T>(runs, input, weight, bias, result, mean, variance, eps));
    }

    private readonly struct Body<L, T>(
        ChannelRuns runs, TensorView<T> input, T[]? weight, T[]? bias, TensorView<T> result, TensorView<T> mean, TensorView<T> variance, T eps) : IRangeBody
        where L : struct, IMemoryLane<L, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int from, int to)
        {
            var number = T.CreateTruncating(runs.PerChannel);
            for (var channel = from; channel < to; channel++)
            {
                var center = Reduce(default(SumReduction), channel) / number;
                var spread = Reduce(new DeviationReduction(double.CreateTruncating(center)), channel) / number;
                (mean.Span[channel], variance.Span[channel]) = (center, spread);
                var scale = (weight is null ? T.One : weight[channel]) / T.Sqrt(spread + eps);
                var shift = bias is null ? T.Zero : bias[channel];
                for (var example = 0; example < runs.Batch; example++)
                    ChannelAffineRow.Run<L, T>(ref runs.Start(input, example, channel), ref runs.Start(result, example, channel), runs.Length, center, scale, shift);
            }
        }

        private T Reduce<TReduction>(TReduction reduction, int channel)
            where TReduction : struct, IReduction
        {
            var total = T.Zero;
            for (var example = 0; example < runs.Batch; example++)
                total += RunReduction<TReduction, L, T>.Reduce(reduction, ref runs.Start(input, example, channel), 1, runs.Length).Value;
            return total;
        }
    }
}
