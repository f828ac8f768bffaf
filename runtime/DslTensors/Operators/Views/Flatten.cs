namespace DslTensors.Operators;

/// <summary>Several neighbouring dimensions made one (PyTorch's <c>flatten</c>): a view where the strides allow it, otherwise a copy.</summary>
/// <param name="input">The tensor.</param>
/// <param name="startDim">The first of these dimensions.</param>
/// <param name="endDim">The last of these dimensions.</param>
/// <returns>A tensor of the same elements.</returns>
/// <exception cref="DimensionException">A dimension is out of range, or the last one comes before the first.</exception>
[TensorOp("s... -> flatten(s, startDim, endDim)")]
public static partial class Flatten
{
    private static Tensor<T> Compose<T>(Tensor<T> input, int startDim = 0, int endDim = -1)
        where T : unmanaged
    {
        var (first, last) = (Dimension.Wrap(startDim, input.Rank), Dimension.Wrap(endDim, input.Rank));
        if (first > last)
            throw new DimensionException($"flatten() has invalid args: start_dim cannot come after end_dim. They are {startDim} and {endDim} for shape {input.Shape}.");
        if (input.Rank == 0)
            return input.Reshape(1);
        var sizes = input.Shape.ToArray();
        var joined = 1;
        for (var i = first; i <= last; i++)
            joined *= sizes[i];
        return input.Reshape([.. sizes[..first], joined, .. sizes[(last + 1)..]]);
    }
}
