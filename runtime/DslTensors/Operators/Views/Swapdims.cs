namespace DslTensors.Operators;

/// <summary>Exchanges two dimensions (PyTorch's <c>swapdims</c>); the result is a view.</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim0">The first dimension.</param>
/// <param name="dim1">The second dimension.</param>
/// <returns>A view of the same elements.</returns>
/// <exception cref="DimensionException">A dimension is out of range.</exception>
[TensorOp("s... -> swap(s, dim0, dim1)", IsView = true)]
public static partial class Swapdims
{
    private static Tensor<T> Compose<T>(Tensor<T> input, int dim0, int dim1)
        where T : unmanaged => input.Transpose(dim0, dim1);
}
