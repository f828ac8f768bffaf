namespace DslTensors.Operators;

/// <summary>All tensors in the shape that they broadcast to (PyTorch's <c>broadcast_tensors</c>); they are views.</summary>
/// <param name="tensors">The tensors.</param>
/// <returns>The views, in order.</returns>
/// <exception cref="ShapeException">The shapes don't broadcast.</exception>
[TensorOp("s...[] -> common...[]")]
public static partial class BroadcastTensors
{
    private static Tensor<T>[] Compose<T>(ReadOnlySpan<Tensor<T>> tensors)
        where T : unmanaged
    {
        int[] common = [];
        foreach (var tensor in tensors)
            common = ShapeFunctions.BroadcastSizes("broadcast_tensors", common, tensor.Shape.AsSpan());
        var views = new Tensor<T>[tensors.Length];
        for (var i = 0; i < views.Length; i++)
            views[i] = tensors[i].Expand(common);
        return views;
    }
}
