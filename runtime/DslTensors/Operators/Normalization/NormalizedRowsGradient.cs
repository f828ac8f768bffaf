using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The gradient of <see cref="NormalizedRows"/> by its input.</summary>
/// <param name="gradient">The gradient of the result.</param>
/// <param name="input">The tensor, seen as rows.</param>
/// <param name="weight">The scale of each element of a row.</param>
/// <param name="count">The length of a row.</param>
/// <param name="eps">Added to the variance.</param>
/// <returns>A tensor of the same shape.</returns>
[TensorOp("s..., s..., w...? -> s...", Name = "native_layer_norm_backward", IsInternal = true, NonDifferentiable = true)]
internal static partial class NormalizedRowsGradient
{
    private static void Forward<T>(TensorView<T> gradient, TensorView<T> input, TensorView<T>? weight, TensorView<T> result, int count, double eps)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        NormalizedRowsGradientKernel.Run(gradient.Dense(), input.Dense(), NormalizedRows.Elements(weight), result, count, T.CreateTruncating(eps));
}
