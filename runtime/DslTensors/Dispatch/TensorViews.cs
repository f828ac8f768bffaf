namespace DslTensors;

/// <summary>Lists of tensors as kernels and backward steps see them; generated code calls these.</summary>
public static class TensorViews
{
    /// <summary>The view of each tensor.</summary>
    public static TensorView<T>[] Of<T>(ReadOnlySpan<Tensor<T>> tensors)
        where T : unmanaged
    {
        var views = new TensorView<T>[tensors.Length];
        for (var i = 0; i < views.Length; i++)
            views[i] = tensors[i].AsView();
        return views;
    }

    /// <summary>The shape of each tensor.</summary>
    public static Shape[] Shapes<T>(ReadOnlySpan<Tensor<T>> tensors)
        where T : unmanaged
    {
        var shapes = new Shape[tensors.Length];
        for (var i = 0; i < shapes.Length; i++)
            shapes[i] = tensors[i].Shape;
        return shapes;
    }

    /// <summary>Where the gradient of each tensor goes.</summary>
    public static Node?[] GradEdges<T>(ReadOnlySpan<Tensor<T>> tensors)
        where T : unmanaged
    {
        var edges = new Node?[tensors.Length];
        for (var i = 0; i < edges.Length; i++)
            edges[i] = tensors[i].GradEdge;
        return edges;
    }

    /// <summary>Keeps the memory of each tensor from being reused before this call.</summary>
    public static void KeepAlive<T>(ReadOnlySpan<Tensor<T>> tensors)
        where T : unmanaged
    {
        foreach (var tensor in tensors)
            GC.KeepAlive(tensor);
    }
}
