namespace DslTensors.Operators;

/// <summary>Tensors joined along their second dimension; vectors and scalars are columns (PyTorch's <c>column_stack</c>).</summary>
/// <param name="tensors">The tensors.</param>
/// <returns>A tensor of rank 2 or more.</returns>
/// <exception cref="ShapeException">There is no tensor, or other sizes differ.</exception>
[TensorOp("s...[] -> stacked...")]
public static partial class ColumnStack
{
    private static Tensor<T> Compose<T>(params ReadOnlySpan<Tensor<T>> tensors)
        where T : unmanaged
    {
        if (tensors.Length == 0)
            throw new ShapeException("column_stack expects a non-empty TensorList. Give at least one tensor.");
        var columns = new Tensor<T>[tensors.Length];
        for (var i = 0; i < columns.Length; i++)
            columns[i] = tensors[i].Rank <= 1 ? tensors[i].Reshape(-1, 1) : tensors[i];
        return Cat.Apply<T>(columns, 1, null);
    }
}
