namespace DslTensors.Operators;

/// <summary>All rows that take one element of each vector (PyTorch's <c>cartesian_prod</c>).</summary>
/// <param name="tensors">The vectors.</param>
/// <returns>The rows, [product of the sizes, number of vectors]; a single vector is returned as it is.</returns>
/// <exception cref="ShapeException">One has not exactly one dimension.</exception>
[TensorOp("s...[] -> rows...")]
public static partial class CartesianProd
{
    private static Tensor<T> Compose<T>(ReadOnlySpan<Tensor<T>> tensors)
        where T : unmanaged
    {
        for (var i = 0; i < tensors.Length; i++)
        {
            if (tensors[i].Rank != 1)
                throw new ShapeException($"Expect a 1D vector, but got shape {tensors[i].Shape}. cartesian_prod: tensor {i} is no vector; flatten it with Reshape(-1).");
        }

        if (tensors.Length == 1)
            return tensors[0].Clone();
        var grids = Meshgrid.Apply(tensors, "ij");
        var columns = new Tensor<T>[grids.Length];
        for (var i = 0; i < columns.Length; i++)
            columns[i] = grids[i].Reshape(-1);
        return Stack.Apply<T>(columns, 1, null);
    }
}
