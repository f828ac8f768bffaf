using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>Each channel times a number, and another one added.</summary>
/// <param name="input">The tensor, [b, c, ...].</param>
/// <param name="scale">The factor of each channel.</param>
/// <param name="shift">What is added to each channel.</param>
/// <returns>A tensor of the same shape.</returns>
[TensorOp("b c s..., c?, c? -> b c s...", IsInternal = true)]
internal static partial class ChannelAffine
{
    private static void Forward<T>(TensorView<T> input, TensorView<T>? scale, TensorView<T>? shift, TensorView<T> result)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ChannelAffineKernel.Run(input.Dense(), NormalizedRows.Elements(scale), NormalizedRows.Elements(shift), result);

    /// <summary>The one pass, or on a device the operators that it is made of.</summary>
    internal static Tensor<T> Of<T>(Tensor<T> input, Tensor<T>? scale, Tensor<T>? shift)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (input.Device.Backend is null)
            return Apply(input, scale, shift, null);
        var result = scale is null ? input : input * Standardized.PerChannel(scale, input.Rank);
        return shift is null ? result : result + Standardized.PerChannel(shift, input.Rank);
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T>? scale)
        where T : unmanaged, IFloatingPointIeee754<T> => scale is null ? grad : ChannelAffine.Apply(grad, scale, null, null);

    private static Tensor<T> GradScale<T>(Tensor<T> grad, Tensor<T> input)
        where T : unmanaged, IFloatingPointIeee754<T> => (grad * input).Sum(Standardized.AllButChannels(grad.Rank));

    private static Tensor<T> GradShift<T>(Tensor<T> grad)
        where T : unmanaged, IFloatingPointIeee754<T> => grad.Sum(Standardized.AllButChannels(grad.Rank));
}
