namespace DslTensors.Operators;

/// <summary>Tensors joined along their third dimension, which vectors and matrices get (PyTorch's <c>dstack</c>).</summary>
/// <param name="tensors">The tensors.</param>
/// <returns>The joined tensor, of rank 3 or more.</returns>
/// <exception cref="ShapeException">There is no tensor, or other sizes differ.</exception>
[TensorOp("s...[] -> dstack(s)")]
public static partial class Dstack
{
    private static Tensor<T> Compose<T>(ReadOnlySpan<Tensor<T>> tensors)
        where T : unmanaged
    {
        if (tensors.Length == 0)
            throw new ShapeException("dstack expects a non-empty TensorList. Give at least one tensor.");
        var widened = new Tensor<T>[tensors.Length];
        for (var i = 0; i < widened.Length; i++)
        {
            widened[i] = tensors[i].Rank switch
            {
                0 or 1 => tensors[i].Reshape(1, -1, 1),
                2 => tensors[i].Unsqueeze(2),
                _ => tensors[i],
            };
        }

        return Cat.Apply<T>(widened, 2, null);
    }
}
