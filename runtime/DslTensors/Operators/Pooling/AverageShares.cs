using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>Shares out what is given for each window of an average pooling among the window's elements: its gradient.</summary>
/// <param name="input">What is given for each window.</param>
/// <param name="size">The sizes of the result: those of the pooling's input.</param>
/// <param name="windows">The windows.</param>
/// <param name="countsPadding">Whether padding counts as elements.</param>
/// <param name="divisor">The number of elements of a window, if it is fixed.</param>
/// <returns>The shares.</returns>
[TensorOp("s... -> size...", Name = "avg_pool_backward", IsInternal = true)]
internal static partial class AverageShares
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> result, Shape size, PoolWindows[] windows, bool countsPadding, int? divisor)
        where T : unmanaged, IFloatingPointIeee754<T> => AveragePoolKernel.Spread(input, result, windows, countsPadding, divisor);

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Shape inputShape, PoolWindows[] windows, bool countsPadding, int? divisor)
        where T : unmanaged, IFloatingPointIeee754<T> => Averages.Apply(grad, inputShape, windows, countsPadding, divisor, null);
}
