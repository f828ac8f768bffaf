using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The averages of windows: the gradient of <see cref="AverageShares"/>.</summary>
/// <param name="input">The planes.</param>
/// <param name="size">The sizes of the result.</param>
/// <param name="windows">The windows.</param>
/// <param name="countsPadding">Whether padding counts as elements.</param>
/// <param name="divisor">The number of elements of a window, if it is fixed.</param>
/// <returns>The averages.</returns>
[TensorOp("s... -> size...", Name = "avg_pool", IsInternal = true)]
internal static partial class Averages
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> result, Shape size, PoolWindows[] windows, bool countsPadding, int? divisor)
        where T : unmanaged, IFloatingPointIeee754<T> => AveragePoolKernel.Run(input, result, windows, countsPadding, divisor);

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Shape inputShape, PoolWindows[] windows, bool countsPadding, int? divisor)
        where T : unmanaged, IFloatingPointIeee754<T> => AverageShares.Apply(grad, inputShape, windows, countsPadding, divisor, null);
}
