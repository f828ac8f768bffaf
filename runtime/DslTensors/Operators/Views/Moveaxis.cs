namespace DslTensors.Operators;

/// <summary>Moves dimensions to other places, the others keeping their order (PyTorch's <c>moveaxis</c>); the result is a view.</summary>
/// <param name="input">The tensor.</param>
/// <param name="source">One or several dimensions.</param>
/// <param name="destination">For each, its place in the result.</param>
/// <returns>A view of the same elements.</returns>
/// <exception cref="DimensionException">A dimension is out of range or given twice, or there are more of one than of the other.</exception>
[TensorOp("s... -> move(s, source, destination)", IsView = true)]
public static partial class Moveaxis
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Dims source, Dims destination)
        where T : unmanaged => input.Movedim(source, destination);
}
