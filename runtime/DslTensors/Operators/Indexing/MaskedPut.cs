namespace DslTensors.Operators;

/// <summary>The tensor with one element in all places where a mask is true: what <c>x[mask] = 0</c> does, for every element type.</summary>
/// <param name="input">The tensor.</param>
/// <param name="mask">The mask, which broadcasts to the tensor's shape.</param>
/// <param name="value">The element, of rank 0.</param>
/// <returns>A tensor of the shape of <paramref name="input"/>.</returns>
[TensorOp("s..., m..., v... -> s...", Name = "masked_fill", IsInternal = true, InPlace = true)]
public static partial class MaskedPut
{
    private static void Forward<T>(TensorView<T> input, TensorView<bool> mask, TensorView<T> value, TensorView<T> result)
        where T : unmanaged
    {
        StridedCopy.RunUnlessSame(input, result);
        var element = value.Origin;
        var wide = mask.Layout.BroadcastTo(result.Sizes)
            ?? throw new ShapeException($"The expanded size of the mask must match the tensor: the mask has shape {Shape.Format(mask.Sizes)}, the tensor {Shape.Format(result.Sizes)}.");
        if (wide.IsContiguous && result.IsContiguous)
        {
            var isChosen = mask.Array.AsSpan(mask.Offset, wide.Count);
            var elements = result.Span;
            for (var i = 0; i < elements.Length; i++)
            {
                if (isChosen[i])
                    elements[i] = element;
            }

            return;
        }

        var places = IndexedLines.Distances(result.Sizes, result.Strides);
        var flags = IndexedLines.Distances(wide.Sizes, wide.Strides);
        for (var i = 0; i < places.Length; i++)
        {
            if (mask.Array[mask.Offset + flags[i]])
                result.Array[result.Offset + places[i]] = element;
        }
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<bool> mask)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => Apply(grad, mask, grad.NewZeros(), null);

    private static Tensor<T> GradValue<T>(Tensor<T> grad, Tensor<bool> mask)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => Tensor.Where(mask, grad, 0).Sum();
}
