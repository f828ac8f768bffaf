namespace DslTensors.Operators;

/// <summary>The elements at given places of the flattened tensor (PyTorch's <c>take</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="index">The places; negative ones count from the end.</param>
/// <returns>A tensor of the shape of <paramref name="index"/>.</returns>
/// <exception cref="DimensionException">A place is out of range.</exception>
[TensorOp("s..., i... -> i...")]
public static partial class Take
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<long> index)
        where T : unmanaged
    {
        if (input.Count == 0 && index.Count > 0)
            throw new DimensionException($"take(): tried to take from an empty tensor: its shape is {input.Shape}.");
        foreach (var at in index.ToArray())
        {
            if (at >= input.Count || at < -input.Count)
                throw new DimensionException($"out of range: tried to access index {at} on a tensor of {input.Count} elements. The tensor has shape {input.Shape}.");
        }

        return AdvancedIndex.Apply(input.Reshape(-1), index.Unsqueeze(0), index.Shape.ToArray(), 0, null);
    }
}
