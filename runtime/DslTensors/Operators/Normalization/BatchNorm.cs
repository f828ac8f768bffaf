using System.Numerics;

namespace DslTensors.Operators;

/// <summary>
/// Each channel brought to mean 0 and variance 1 over the batch, then scaled and shifted (PyTorch's <c>nn.functional.batch_norm</c>). Training
/// moves the running statistics towards those of the batch.
/// </summary>
/// <param name="input">The tensor, [b, c, ...].</param>
/// <param name="runningMean">The running mean of each channel, [c]; written in training.</param>
/// <param name="runningVar">The running variance of each channel, [c]; written in training.</param>
/// <param name="weight">The scale of each channel, [c].</param>
/// <param name="bias">The shift of each channel, [c].</param>
/// <param name="training">Use the statistics of the batch instead of the running ones.</param>
/// <param name="momentum">How far the running statistics move.</param>
/// <param name="eps">Added to the variance.</param>
/// <returns>A tensor of the same shape.</returns>
/// <exception cref="ShapeException">Training has only one value per channel, or the statistics are missing.</exception>
[TensorOp("b c s..., c?, c?, c?, c? -> b c s...", HalvesInFloat = false)]
public static partial class BatchNorm
{
    private static Tensor<T> Compose<T>(
        Tensor<T> input, Tensor<T>? runningMean, Tensor<T>? runningVar, Tensor<T>? weight = null, Tensor<T>? bias = null,
        bool training = false, double momentum = 0.1, double eps = 1e-5)
        where T : unmanaged, IFloatingPointIeee754<T> => Halves.Are<T>()
            ? InFloat(input, runningMean, runningVar, weight, bias, training, momentum, eps)
            : Normalized(input, runningMean, runningVar, weight, bias, training, momentum, eps);

    // The running statistics are written, so that copies of them have to come back.
    private static Tensor<T> InFloat<T>(
        Tensor<T> input, Tensor<T>? runningMean, Tensor<T>? runningVar, Tensor<T>? weight, Tensor<T>? bias, bool training, double momentum, double eps)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (mean, variance) = (runningMean?.To<float>(), runningVar?.To<float>());
        var result = Normalized(input.To<float>(), mean, variance, weight?.To<float>(), bias?.To<float>(), training, momentum, eps).To<T>();
        if (training)
        {
            using (Autograd.NoGrad())
            {
                runningMean?.CopyInPlace(mean!.To<T>());
                runningVar?.CopyInPlace(variance!.To<T>());
            }
        }

        return result;
    }

    private static Tensor<T> Normalized<T>(
        Tensor<T> input, Tensor<T>? runningMean, Tensor<T>? runningVar, Tensor<T>? weight, Tensor<T>? bias, bool training, double momentum, double eps)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var count = (int)(input.Count / Math.Max(1, input.Shape[1]));
        if (training && count <= 1)
            throw new ShapeException($"Expected more than 1 value per channel when training, got input size {input.Shape}. Give a larger batch, or call Eval().");
        if (!training && (runningMean is null || runningVar is null))
            throw new ShapeException("Expected running_mean and running_var to be defined when training=False. Give them, or set training: true.");
        return training
            ? OfBatch(input, runningMean, runningVar, weight, bias, count, momentum, eps)
            : OfStatistics(input, runningMean!, runningVar!, weight, bias, eps);
    }

    private static Tensor<T> OfBatch<T>(
        Tensor<T> input, Tensor<T>? runningMean, Tensor<T>? runningVar, Tensor<T>? weight, Tensor<T>? bias, int count, double momentum, double eps)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (result, mean, variance) = NormalizedChannels.Of(input, weight, bias, eps);
        using (Autograd.NoGrad())
        {
            runningMean?.CopyInPlace((runningMean * (1 - momentum)) + (mean * momentum));
            runningVar?.CopyInPlace((runningVar * (1 - momentum)) + (variance * (momentum * count / (count - 1))));
        }

        return result;
    }

    // One factor and one term for each channel: the statistics are small, the input is read once.
    private static Tensor<T> OfStatistics<T>(Tensor<T> input, Tensor<T> mean, Tensor<T> variance, Tensor<T>? weight, Tensor<T>? bias, double eps)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var scale = (variance + eps).Rsqrt();
        scale = weight is null ? scale : scale * weight;
        var shift = bias is null ? -(mean * scale) : bias - (mean * scale);
        return ChannelAffine.Of(input, scale, shift);
    }
}
