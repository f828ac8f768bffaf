namespace DslTensors.Operators;

/// <summary>The tensor with the elements of another, in their order, where a mask is true (PyTorch's <c>masked_scatter</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="mask">The mask, it and the tensor broadcast.</param>
/// <param name="source">At least as many elements as the mask is true.</param>
/// <returns>A tensor of the shape that both broadcast to.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast, or there are too few elements.</exception>
[TensorOp("s..., m..., e... -> scattered...", InPlace = true)]
public static partial class MaskedScatter
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<bool> mask, Tensor<T> source)
        where T : unmanaged
    {
        var sizes = ShapeFunctions.BroadcastSizes("masked_scatter", mask.Layout.Sizes, input.Layout.Sizes);
        return MaskedScatterInto.Apply(input.Expand(sizes), mask, source, null);
    }
}
