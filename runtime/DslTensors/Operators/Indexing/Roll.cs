namespace DslTensors.Operators;

/// <summary>The tensor with elements moved along dimensions, those that leave at the end coming back at the start (PyTorch's <c>roll</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="shifts">By how many places, for each dimension.</param>
/// <param name="dims">The dimensions; by default the flattened tensor is moved.</param>
/// <returns>A new tensor.</returns>
/// <exception cref="DimensionException">A dimension is out of range, or there are more or fewer shifts than dimensions.</exception>
[TensorOp("s... -> s...")]
public static partial class Roll
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Dims shifts, Dims dims = default)
        where T : unmanaged
    {
        if (shifts.IsAll)
            throw new DimensionException("`shifts` required. roll: give how far to move the elements.");
        if (dims.IsAll && shifts.Count() == 1)
            return Move(input.Reshape(-1), shifts.Single(), 0).Reshape(input.Shape.ToArray());
        if (shifts.Count() != dims.Count())
            throw new DimensionException($"shifts and dimensions must align. shifts: {shifts.Count()}, dims:{dims.Count()}. Give one shift for each dimension.");
        return shifts.Zip(dims).Aggregate(input, static (moved, step) => Move(moved, step.First, step.Second));
    }

    private static Tensor<T> Move<T>(Tensor<T> input, int shift, int dim)
        where T : unmanaged
    {
        var size = input.Shape[Dimension.Wrap(dim, input.Rank)];
        if (size == 0)
            return input.Clone();
        var start = ((shift % size) + size) % size;
        return Cat.Apply<T>([input.Narrow(dim, size - start, start), input.Narrow(dim, 0, size - start)], dim, null);
    }
}
