namespace DslTensors.Operators;

/// <summary>The tensor with the elements of another, in their order, where a mask is true, which broadcasts to the tensor.</summary>
/// <param name="input">The tensor.</param>
/// <param name="mask">The mask, which broadcasts to the tensor's shape.</param>
/// <param name="source">At least as many elements as the mask is true.</param>
/// <returns>A tensor of the shape of <paramref name="input"/>.</returns>
/// <exception cref="ShapeException">The mask does not broadcast, or there are too few elements.</exception>
[TensorOp("s..., m..., e... -> s...", Name = "masked_scatter", IsInternal = true)]
public static partial class MaskedScatterInto
{
    private static void Forward<T>(TensorView<T> input, TensorView<bool> mask, TensorView<T> source, TensorView<T> result)
        where T : unmanaged
    {
        if (mask.Layout.BroadcastTo(result.Sizes) is not { } wide)
        {
            _ = ShapeFunctions.BroadcastSizes("masked_scatter", mask.Sizes, result.Sizes);
            throw new ShapeException($"output with shape {Shape.Format(result.Sizes)} doesn't match the broadcast shape {Shape.Format(mask.Sizes)}. masked_scatter: the mask must broadcast to the tensor; expand that first.");
        }

        var flags = new TensorView<bool>(mask.Array, mask.Offset, wide).Dense();
        var isChosen = flags.Span;
        var elements = source.Dense().Span;
        var from = 0;
        StridedCopy.RunUnlessSame(input, result);
        var places = IndexedLines.Distances(result.Sizes, result.Strides);
        for (var i = 0; i < places.Length; i++)
        {
            if (!isChosen[i])
                continue;
            if (from == elements.Length)
                throw new ShapeException($"Number of elements of source < number of ones in mask: the source of shape {Shape.Format(source.Sizes)} has {elements.Length}.");
            result.Array[result.Offset + places[i]] = elements[from++];
        }
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<bool> mask)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> => MaskedPut.Apply(grad, mask, grad.NewZeros(), null);

    private static Tensor<T> GradSource<T>(Tensor<T> grad, Tensor<bool> mask, Shape sourceShape)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        var chosen = grad.MaskedSelect(mask);
        var all = chosen.Count == sourceShape.Count ? chosen : SliceInZeros.Apply(chosen, Shape.Create([(int)sourceShape.Count]), 0, 0, 1, null);
        return all.Reshape(sourceShape.ToArray());
    }
}
