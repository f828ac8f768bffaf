using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Each channel of each example brought to mean 0 and variance 1, then scaled and shifted (PyTorch's <c>nn.functional.instance_norm</c>).</summary>
/// <param name="input">The tensor, [b, c, ...].</param>
/// <param name="runningMean">The running mean of each channel, [c]; written where <paramref name="useInputStats"/>.</param>
/// <param name="runningVar">The running variance of each channel, [c]; written where <paramref name="useInputStats"/>.</param>
/// <param name="weight">The scale of each channel, [c].</param>
/// <param name="bias">The shift of each channel, [c].</param>
/// <param name="useInputStats">Use the statistics of each example instead of the running ones.</param>
/// <param name="momentum">How far the running statistics move.</param>
/// <param name="eps">Added to the variance.</param>
/// <returns>A tensor of the same shape.</returns>
/// <exception cref="ShapeException">A channel has only one value.</exception>
[TensorOp("b c s..., c?, c?, c?, c? -> b c s...")]
public static partial class InstanceNorm
{
    private static Tensor<T> Compose<T>(
        Tensor<T> input, Tensor<T>? runningMean = null, Tensor<T>? runningVar = null, Tensor<T>? weight = null, Tensor<T>? bias = null,
        bool useInputStats = true, double momentum = 0.1, double eps = 1e-5)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!useInputStats)
            return input.BatchNorm(runningMean, runningVar, weight, bias, training: false, momentum, eps);
        var perChannel = input.Rank == 2 ? 1 : (int)Shape.Create(input.Shape.AsSpan()[2..]).Count;
        if (perChannel == 1)
            throw new ShapeException($"Expected more than 1 spatial element when training, got input size {input.Shape}. instance_norm: one value has no variance.");
        if (runningMean is not null || runningVar is not null)
            Follow(input, runningMean, runningVar, momentum, perChannel);
        var result = NormalizedRows.Of(input, null, null, perChannel, eps);
        return weight is null && bias is null ? result : ChannelAffine.Of(result, weight, bias);
    }

    private static void Follow<T>(Tensor<T> input, Tensor<T>? runningMean, Tensor<T>? runningVar, double momentum, int perChannel)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using var scope = Autograd.NoGrad();
        int[] dims = [.. Enumerable.Range(2, input.Rank - 2)];
        runningMean?.CopyInPlace((runningMean * (1 - momentum)) + (input.Mean(dims).Mean(0) * momentum));
        runningVar?.CopyInPlace((runningVar * (1 - momentum)) + (input.Var(dims, 0).Mean(0) * (momentum * perChannel / (perChannel - 1))));
    }
}
