namespace DslTensors.Operators;

/// <summary>The elements where a mask is true, in row-major order (PyTorch's <c>masked_select</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="mask">The mask; it and the tensor broadcast.</param>
/// <returns>A vector of these elements.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
[TensorOp("s..., m... -> masked(m, s)")]
public static partial class MaskedSelect
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<bool> mask)
        where T : unmanaged
    {
        var sizes = ShapeFunctions.BroadcastSizes("masked_select", mask.Layout.Sizes, input.Layout.Sizes);
        var wide = mask.Expand(sizes).Contiguous();
        if (wide.Device.Backend is not null)
            return MaskedGather.Apply(input.Expand(sizes), wide, (int)wide.CountNonzero().Item(), null);
        var count = 0;
        foreach (var isChosen in wide.AsView().Span)
            count += isChosen ? 1 : 0;
        return MaskedGather.Apply(input.Expand(sizes), wide, count, null);
    }
}
