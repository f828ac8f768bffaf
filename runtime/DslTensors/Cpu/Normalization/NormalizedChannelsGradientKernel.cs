using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using DslTensors.Lanes;

namespace DslTensors.Cpu;

/// <summary>
/// The gradients of normalized channels. With g the gradient and n the normalized channel, that of the scale is sum(g n), that of the
/// input (g - mean(g) - n mean(g n)) times the scale over the standard deviation.
/// </summary>
internal static class NormalizedChannelsGradientKernel
{
    /// <summary>Fills the gradient of the input, or with none that of the scale; all operands are contiguous.</summary>
    public static void Run<T>(
        TensorView<T> grad, TensorView<T> input, T[]? weight, TensorView<T> mean, TensorView<T> variance, T eps, TensorView<T>? inputGrad, TensorView<T>? weightGrad)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var runs = ChannelRuns.Of(input.Sizes);
        if (runs.IsScattered)
        {
            var (gradients, gathered) = (runs.Gather(grad), runs.Gather(input));
            Run(gradients, gathered, weight, mean, variance, eps, inputGrad is null ? null : gathered, weightGrad);
            if (inputGrad is { } target)
                runs.Scatter(gathered, target);
            ChannelRuns.Return(gradients);
            ChannelRuns.Return(gathered);
            return;
        }

        if (Vector512.IsHardwareAccelerated)
            Parallelism.For(runs.Channels, runs.ChannelGrain, new Body<Lane512<T>, T>(runs, grad, input, weight, mean, variance, eps, inputGrad, weightGrad));
        else if (Vector256.IsHardwareAccelerated)
            Parallelism.For(runs.Channels, runs.ChannelGrain, new Body<Lane256<T>, T>(runs, grad, input, weight, mean, variance, eps, inputGrad, weightGrad));
        else
            Parallelism.For(runs.Channels, runs.ChannelGrain, new Body<Lane128<T>, T>(runs, grad, input, weight, mean, variance, eps, inputGrad, weightGrad));
    }

    private readonly struct Body<L, T>(
        ChannelRuns runs, TensorView<T> grad, TensorView<T> input, T[]? weight, TensorView<T> mean, TensorView<T> variance, T eps,
        TensorView<T>? inputGrad, TensorView<T>? weightGrad) : IRangeBody
        where L : struct, IMemoryLane<L, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int from, int to)
        {
            var number = T.CreateTruncating(runs.PerChannel);
            for (var channel = from; channel < to; channel++)
            {
                var center = mean.Span[channel];
                var scale = T.One / T.Sqrt(variance.Span[channel] + eps);
                var (sum, product) = (T.Zero, T.Zero);
                for (var example = 0; example < runs.Batch; example++)
                {
                    ref var g = ref runs.Start(grad, example, channel);
                    ref var x = ref runs.Start(input, example, channel);
                    var done = Sums<L>(ref g, ref x, 0, runs.Length, center, ref sum, ref product);
                    Sums<ScalarLane<T>>(ref g, ref x, done, runs.Length, center, ref sum, ref product);
                }

                if (weightGrad is { } target)
                    target.Span[channel] = product * scale;
                if (inputGrad is { } gradient)
                    Apply(gradient, channel, center, (weight is null ? T.One : weight[channel]) * scale, sum / number, product * scale * scale / number);
            }
        }

        private void Apply(TensorView<T> target, int channel, T center, T factor, T mean, T slope)
        {
            for (var example = 0; example < runs.Batch; example++)
            {
                ref var g = ref runs.Start(grad, example, channel);
                ref var x = ref runs.Start(input, example, channel);
                ref var y = ref runs.Start(target, example, channel);
                var done = Apply<L>(ref g, ref x, ref y, 0, runs.Length, center, factor, mean, slope);
                Apply<ScalarLane<T>>(ref g, ref x, ref y, done, runs.Length, center, factor, mean, slope);
            }
        }

        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        private static int Sums<M>(ref T g, ref T x, int from, int to, T center, ref T sum, ref T product)
            where M : struct, IMemoryLane<M, T>
        {
            var centers = M.Broadcast(center);
            M sums = M.Constant(0), products = M.Constant(0);
            var i = from;
            for (; i <= to - M.Width; i += M.Width)
            {
                var slope = M.Load(ref Unsafe.Add(ref g, i));
                sums += slope;
                products = M.FusedMultiplyAdd(slope, M.Load(ref Unsafe.Add(ref x, i)) - centers, products);
            }

            sum += LaneSum.Of<M, T>(sums);
            product += LaneSum.Of<M, T>(products);
            return i;
        }

        [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
        private static int Apply<M>(ref T g, ref T x, ref T y, int from, int to, T center, T factor, T mean, T slope)
            where M : struct, IMemoryLane<M, T>
        {
            var (centers, factors, means, slopes) = (M.Broadcast(center), M.Broadcast(factor), M.Broadcast(mean), M.Broadcast(slope));
            var i = from;
            for (; i <= to - M.Width; i += M.Width)
            {
                var distance = M.Load(ref Unsafe.Add(ref x, i)) - centers;
                M.Store((M.Load(ref Unsafe.Add(ref g, i)) - means - (distance * slopes)) * factors, ref Unsafe.Add(ref y, i));
            }

            return i;
        }
    }
}
