using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>Channels brought to mean 0 and variance 1 over the batch, then scaled and shifted.</summary>
/// <param name="input">The tensor, [b, c, ...].</param>
/// <param name="weight">The scale of each channel.</param>
/// <param name="bias">The shift of each channel.</param>
/// <param name="eps">Added to the variance.</param>
/// <returns>A tensor of the same shape, and the mean and the variance of each channel, through which no gradient flows.</returns>
[TensorOp("b c s..., c?, c? -> b c s..., c, c", Name = "native_batch_norm", IsInternal = true)]
internal static partial class NormalizedChannels
{
    private static void Forward<T>(
        TensorView<T> input, TensorView<T>? weight, TensorView<T>? bias, TensorView<T> result, TensorView<T> mean, TensorView<T> variance, double eps)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        NormalizedChannelsKernel.Run(
            input.Dense(), NormalizedRows.Elements(weight), NormalizedRows.Elements(bias), result, mean, variance, T.CreateTruncating(eps));

    /// <summary>The one pass, or on a device the operators that it is made of.</summary>
    internal static (Tensor<T> Result, Tensor<T> Mean, Tensor<T> Variance) Of<T>(Tensor<T> input, Tensor<T>? weight, Tensor<T>? bias, double eps)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (input.Device.Backend is null)
            return Apply(input, weight, bias, eps);
        var dims = Standardized.AllButChannels(input.Rank);
        var mean = input.Mean(dims, keepDim: true);
        var variance = (input - mean).Square().Mean(dims, keepDim: true);
        var result = ChannelAffine.Of(Standardized.Of(input, mean, variance, eps), weight, bias);
        return (result, mean.Detach().Reshape(input.Shape[1]), variance.Detach().Reshape(input.Shape[1]));
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> input, Tensor<T>? weight, Tensor<T> mean, Tensor<T> variance, double eps)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!Autograd.IsGradEnabled)
            return NormalizedChannelsGradient.Apply(grad, input, weight, mean, variance, eps, null);
        var (normalized, scale) = Normalized(input, eps);
        var dims = Standardized.AllButChannels(input.Rank);
        var factor = weight is null ? scale : scale * Standardized.PerChannel(weight, input.Rank);
        return (grad - grad.Mean(dims, keepDim: true) - (normalized * (grad * normalized).Mean(dims, keepDim: true))) * factor;
    }

    private static Tensor<T> GradWeight<T>(Tensor<T> grad, Tensor<T> input, Tensor<T> mean, Tensor<T> variance, double eps)
        where T : unmanaged, IFloatingPointIeee754<T> => Autograd.IsGradEnabled
            ? (grad * Normalized(input, eps).Normalized).Sum(Standardized.AllButChannels(input.Rank))
            : NormalizedChannelsWeight.Apply(grad, input, mean, variance, eps, null);

    private static Tensor<T> GradBias<T>(Tensor<T> grad)
        where T : unmanaged, IFloatingPointIeee754<T> => grad.Sum(Standardized.AllButChannels(grad.Rank));

    // The mean and the variance as functions of the input, which second derivatives go through.
    private static (Tensor<T> Normalized, Tensor<T> Scale) Normalized<T>(Tensor<T> input, double eps)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var dims = Standardized.AllButChannels(input.Rank);
        var centered = input - input.Mean(dims, keepDim: true);
        var scale = (centered.Square().Mean(dims, keepDim: true) + eps).Rsqrt();
        return (centered * scale, scale);
    }
}
