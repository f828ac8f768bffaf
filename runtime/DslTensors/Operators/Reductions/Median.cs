using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The median of all elements, the lesser of two middle ones; NaN if there is one (PyTorch's <c>median</c>).</summary>
/// <param name="input">The tensor.</param>
/// <returns>A scalar; NaN if there is nothing to choose from.</returns>
[TensorOp("s... -> ")]
public static partial class Median
{
    private static Tensor<T> Compose<T>(Tensor<T> input)
        where T : unmanaged, IFloatingPointIeee754<T> => input.Count == 0 ? FilledTensor.Of<T>([], double.NaN) : input.Reshape(-1).Median(0).Values;
}

/// <summary>The median along a dimension, the lesser of two middle ones, and its index; NaN if there is one (PyTorch's <c>median</c> with a dimension).</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">The dimension.</param>
/// <param name="keepDim">Whether the dimensions stay, with size 1.</param>
/// <returns>The medians and where each was.</returns>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
/// <exception cref="ShapeException">The dimension has size 0.</exception>
[TensorOp("s... -> reduce(s, dim, keepDim), reduce(s, dim, keepDim)", Method = "Median")]
public static partial class MedianAlong
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> values, TensorView<long> indices, int dim, bool keepDim = false)
        where T : unmanaged, INumber<T> => RankedElement.Fill("median", input, values, indices, dim, static row => RankedElement.Numbers(row) < row.Length ? row.Length - 1 : (row.Length - 1) / 2);

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<long> indices, Shape inputShape, int dim, bool keepDim)
        where T : unmanaged, IFloatingPointIeee754<T> => PickedAlong.Gradient(grad, indices, inputShape, dim, keepDim);
}
