namespace DslTensors.Operators;

/// <summary>Tensors joined below each other, vectors as rows (PyTorch's <c>vstack</c>).</summary>
/// <param name="tensors">The tensors.</param>
/// <returns>The joined tensor, of rank 2 or more.</returns>
/// <exception cref="ShapeException">There is no tensor, or other sizes differ.</exception>
[TensorOp("s...[] -> vstack(s)", Aliases = ["row_stack"])]
public static partial class Vstack
{
    private static Tensor<T> Compose<T>(ReadOnlySpan<Tensor<T>> tensors)
        where T : unmanaged
    {
        if (tensors.Length == 0)
            throw new ShapeException("vstack expects a non-empty TensorList. Give at least one tensor.");
        var widened = new Tensor<T>[tensors.Length];
        for (var i = 0; i < widened.Length; i++)
            widened[i] = tensors[i].Rank < 2 ? tensors[i].Reshape(1, -1) : tensors[i];
        return Cat.Apply<T>(widened, 0, null);
    }
}
