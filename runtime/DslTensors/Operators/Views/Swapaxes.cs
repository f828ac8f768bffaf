namespace DslTensors.Operators;

/// <summary>Exchanges two dimensions (PyTorch's <c>swapaxes</c>); the result is a view.</summary>
/// <param name="input">The tensor.</param>
/// <param name="axis0">The first dimension.</param>
/// <param name="axis1">The second dimension.</param>
/// <returns>A view of the same elements.</returns>
/// <exception cref="DimensionException">A dimension is out of range.</exception>
[TensorOp("s... -> swap(s, axis0, axis1)", IsView = true)]
public static partial class Swapaxes
{
    private static Tensor<T> Compose<T>(Tensor<T> input, int axis0, int axis1)
        where T : unmanaged => input.Transpose(axis0, axis1);
}
