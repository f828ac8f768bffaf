namespace DslTensors.Operators;

/// <summary>The tensor turned by 90 degrees in the plane of two dimensions, from the first towards the second (PyTorch's <c>rot90</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="k">How often; a negative number turns the other way.</param>
/// <param name="dims">The two dimensions; 0 and 1 by default.</param>
/// <returns>A new tensor.</returns>
/// <exception cref="DimensionException">The dimensions are out of range, or not two.</exception>
/// <exception cref="ShapeException">The rank is below 2.</exception>
[TensorOp("s... -> turned...")]
public static partial class Rot90
{
    private static Tensor<T> Compose<T>(Tensor<T> input, int k = 1, int[]? dims = null)
        where T : unmanaged
    {
        dims ??= [0, 1];
        if (dims.Length != 2)
            throw new DimensionException($"expected total rotation dims == 2, but got dims = {dims.Length}. rot90: name the two dimensions of the plane.");
        if (input.Rank < 2)
            throw new ShapeException($"expected total dims >= 2, but got total dims = {input.Rank}. rot90: the shape is {input.Shape}.");
        if (dims[0] == dims[1] || Math.Abs(dims[0] - dims[1]) == input.Rank)
            throw new DimensionException($"expected rotation dims to be different, but got dim0 = {dims[0]} and dim1 = {dims[1]}. rot90: name the two dimensions of the plane.");
        if (dims[0] >= input.Rank || dims[0] < -input.Rank)
            throw new DimensionException($"Rotation dim0 out of range, dim0 = {dims[0]}. rot90: the shape is {input.Shape}.");
        if (dims[1] >= input.Rank || dims[1] < -input.Rank)
            throw new DimensionException($"Rotation dim1 out of range, dim1 = {dims[1]}. rot90: the shape is {input.Shape}.");
        return (((k % 4) + 4) % 4) switch
        {
            1 => input.Flip(dims[1]).Transpose(dims[0], dims[1]),
            2 => input.Flip(dims),
            3 => input.Flip(dims[0]).Transpose(dims[0], dims[1]),
            _ => input.Clone(),
        };
    }
}
