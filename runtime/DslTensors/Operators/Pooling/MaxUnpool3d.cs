using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The elements that a maximum pooling found, back at their places among zeros (PyTorch's <c>nn.functional.max_unpool3d</c>).</summary>
/// <param name="input">The elements, [b, c, d, h, w], or those of one without the batch.</param>
/// <param name="indices">Their places, as <c>MaxPool3dWithIndices</c> gives them.</param>
/// <param name="kernelSize">The size of a window of the pooling.</param>
/// <param name="stride">The distance between two windows; by default the size of one.</param>
/// <param name="padding">How far windows began before the input; 0 by default.</param>
/// <param name="outputSize">The sizes of the result, where the pooling had several inputs of one result.</param>
/// <returns>The volumes.</returns>
/// <exception cref="ShapeException">The shapes don't fit.</exception>
/// <exception cref="DimensionException">A place is out of range.</exception>
[TensorOp("s..., s... -> whole...")]
public static partial class MaxUnpool3d
{
    private static Tensor<T> Compose<T>(
        Tensor<T> input, Tensor<long> indices, PerDimension kernelSize, PerDimension stride = default, PerDimension padding = default, int[]? outputSize = null)
        where T : unmanaged, INumber<T> => UnpooledPlaces.Of(input, indices, 3, kernelSize, stride, padding, outputSize);
}
