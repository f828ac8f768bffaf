namespace DslTensors.Operators;

/// <summary>Tensors joined side by side: vectors along their only dimension, others along their second (PyTorch's <c>hstack</c>).</summary>
/// <param name="tensors">The tensors.</param>
/// <returns>The joined tensor.</returns>
/// <exception cref="ShapeException">There is no tensor, or other sizes differ.</exception>
[TensorOp("s...[] -> hstack(s)")]
public static partial class Hstack
{
    private static Tensor<T> Compose<T>(ReadOnlySpan<Tensor<T>> tensors)
        where T : unmanaged
    {
        if (tensors.Length == 0)
            throw new ShapeException("hstack expects a non-empty TensorList. Give at least one tensor.");
        var widened = new Tensor<T>[tensors.Length];
        for (var i = 0; i < widened.Length; i++)
            widened[i] = tensors[i].Rank == 0 ? tensors[i].Reshape(1) : tensors[i];
        return Cat.Apply<T>(widened, widened[0].Rank == 1 ? 0 : 1, null);
    }
}
