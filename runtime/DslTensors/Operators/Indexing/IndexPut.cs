using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The tensor with elements at masks and tensors of indices exchanged or added to (PyTorch's <c>index_put</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="indices">Masks and tensors of indices, as in <c>x[rows, columns]</c>; <c>..</c> skips a dimension.</param>
/// <param name="values">The elements, which broadcast to the shape of the indexed part.</param>
/// <param name="accumulate">Add them instead; where places repeat, all are added. Otherwise the last one holds.</param>
/// <returns>A tensor of the shape of <paramref name="input"/>.</returns>
/// <exception cref="DimensionException">An index is out of range.</exception>
/// <exception cref="ShapeException">The indices don't broadcast, or the values don't broadcast to the part.</exception>
[TensorOp("s..., v... -> s...", InPlace = true)]
public static partial class IndexPut
{
    private static Tensor<T> Compose<T>(Tensor<T> input, TensorIndex[] indices, Tensor<T> values, bool accumulate = false)
        where T : unmanaged, INumber<T>
    {
        var part = IndexedPart<T>.Of(input, [.. indices.Select(index => (TensorIndex?)index)]);
        return part.Put(
            accumulate ? static (view, index, values, dim) => AdvancedIndexAdd.Apply(view, index, values, dim, null)
            : static (view, index, values, dim) => AdvancedIndexPut.Apply(view, index, values, dim, null),
            values);
    }
}
