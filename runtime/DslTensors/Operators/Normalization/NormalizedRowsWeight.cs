using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The gradient of <see cref="NormalizedRows"/> by its scale.</summary>
/// <param name="gradient">The gradient of the result.</param>
/// <param name="input">The tensor, seen as rows.</param>
/// <param name="size">The sizes of the scale.</param>
/// <param name="eps">Added to the variance.</param>
/// <returns>A tensor of these sizes.</returns>
[TensorOp("s..., s... -> size...", Name = "native_layer_norm_backward_weight", IsInternal = true, NonDifferentiable = true)]
internal static partial class NormalizedRowsWeight
{
    private static void Forward<T>(TensorView<T> gradient, TensorView<T> input, TensorView<T> result, Shape size, double eps)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        NormalizedRowsWeightKernel.Run(gradient.Dense(), input.Dense(), result, T.CreateTruncating(eps));
}
