namespace DslTensors.Operators;

/// <summary>Tensors of one shape side by side along a new dimension (PyTorch's <c>stack</c>).</summary>
/// <param name="tensors">The tensors.</param>
/// <param name="dim">Where the new dimension stands in the result; negative ones count from its end.</param>
/// <returns>A tensor of one rank more.</returns>
/// <exception cref="ShapeException">There is no tensor, or the shapes differ.</exception>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
[TensorOp("s...[] -> insert(s, dim, count)")]
public static partial class Stack
{
    private static Tensor<T> Compose<T>(ReadOnlySpan<Tensor<T>> tensors, int dim = 0)
        where T : unmanaged
    {
        if (tensors.Length == 0)
            throw new ShapeException("stack expects a non-empty TensorList. Give at least one tensor.");
        var widened = new Tensor<T>[tensors.Length];
        var at = Dimension.Wrap(dim, tensors[0].Rank + 1);
        for (var i = 0; i < widened.Length; i++)
        {
            if (!tensors[i].Layout.SameSizes(tensors[0].Layout))
                throw new ShapeException($"stack expects each tensor to be equal size, but got {tensors[0].Shape} at entry 0 and {tensors[i].Shape} at entry {i}. Use Tensor.Cat for tensors that differ along one dimension.");
            widened[i] = tensors[i].Unsqueeze(at);
        }

        return Cat.Apply<T>(widened, at, null);
    }
}
