namespace DslTensors.Operators;

/// <summary>The gradient of what a scatter writes: gathered from where it went, 0 for what was not used.</summary>
internal static class PickedGradient
{
    public static Tensor<T> Of<T>(Tensor<T> grad, int dim, Tensor<long> index, Shape shape)
        where T : unmanaged
    {
        var gathered = grad.Gather(dim, index);
        for (var i = 0; i < shape.Rank; i++)
        {
            if (gathered.Shape[i] < shape[i])
                gathered = SliceInZeros.Apply(gathered, Widened(gathered.Shape, i, shape[i]), i, 0, 1, null);
        }

        return gathered;
    }

    private static Shape Widened(Shape shape, int dim, int size)
    {
        var sizes = shape.ToArray();
        sizes[dim] = size;
        return Shape.Create(sizes);
    }
}
