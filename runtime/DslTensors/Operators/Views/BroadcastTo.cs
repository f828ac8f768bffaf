namespace DslTensors.Operators;

/// <summary>Repeats dimensions of size 1 without copying (PyTorch's <c>broadcast_to</c>); the result is a view.</summary>
/// <param name="input">The tensor.</param>
/// <param name="size">The sizes of the result; -1 keeps a size, further dimensions may be added in front.</param>
/// <returns>A view of the same elements.</returns>
/// <exception cref="ShapeException">A size other than 1 would have to change.</exception>
[TensorOp("s... -> broadcast(s, size)", IsView = true)]
public static partial class BroadcastTo
{
    private static Tensor<T> Compose<T>(Tensor<T> input, params int[] size)
        where T : unmanaged => input.Expand(size);
}
