using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The tensor with elements at given places of the flattened tensor exchanged or added to (PyTorch's <c>put</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="index">The places; negative ones count from the end.</param>
/// <param name="source">An element for each place.</param>
/// <param name="accumulate">Add them instead. Otherwise the last one holds where places repeat.</param>
/// <returns>A tensor of the shape of <paramref name="input"/>.</returns>
/// <exception cref="ShapeException">There are more or fewer elements than places.</exception>
/// <exception cref="DimensionException">A place is out of range.</exception>
[TensorOp("s..., i..., e... -> s...", InPlace = true)]
public static partial class Put
{
    private static Tensor<T> Compose<T>(Tensor<T> input, Tensor<long> index, Tensor<T> source, bool accumulate = false)
        where T : unmanaged, INumber<T>
    {
        if (index.Count != source.Count)
            throw new ShapeException($"put_(): Expected source and index to have the same number of elements, but got source.numel() = {source.Count}, index.numel() = {index.Count}. Their shapes are {source.Shape} and {index.Shape}.");
        foreach (var at in index.ToArray())
        {
            if (at >= input.Count || at < -input.Count)
                throw new DimensionException($"out of range: tried to access index {at} on a tensor of {input.Count} elements. The tensor has shape {input.Shape}.");
        }

        if (index.Count == 0)
            return input.Clone();
        var (line, places, values) = (input.Reshape(-1), index.Reshape(1, -1), source.Reshape(-1));
        return (accumulate ? AdvancedIndexAdd.Apply(line, places, values, 0, null) : AdvancedIndexPut.Apply(line, places, values, 0, null)).Reshape(input.Shape.ToArray());
    }
}
