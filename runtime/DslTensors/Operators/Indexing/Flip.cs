namespace DslTensors.Operators;

/// <summary>The tensor with some dimensions in reverse order (PyTorch's <c>flip</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="dims">The dimensions.</param>
/// <returns>A new tensor.</returns>
/// <exception cref="DimensionException">A dimension is out of range or given twice.</exception>
[TensorOp("s... -> s...")]
public static partial class Flip
{
    private static Tensor<T> Compose<T>(Tensor<T> input, params int[] dims)
        where T : unmanaged
    {
        var flags = dims.Length == 0 ? new bool[input.Rank] : ((Dims)dims).Flags(input.Rank);
        var result = input.Clone();
        for (var dim = 0; dim < flags.Length; dim++)
        {
            if (flags[dim])
                result = result.IndexSelect(dim, Tensor.Arange(input.Shape[dim] - 1, -1, -1).To(input.Device));
        }

        return result;
    }
}
