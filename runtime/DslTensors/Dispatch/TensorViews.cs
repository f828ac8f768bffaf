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

    /// <summary>The tensors under their other type, which is known to be the same.</summary>
    public static Tensor<TResult>[] As<T, TResult>(ReadOnlySpan<Tensor<T>> tensors)
        where T : unmanaged
        where TResult : unmanaged
    {
        var others = new Tensor<TResult>[tensors.Length];
        for (var i = 0; i < others.Length; i++)
            others[i] = tensors[i].As<TResult>();
        return others;
    }

    /// <summary>Keeps each tensor for backward.</summary>
    public static SavedTensor<T>[] Save<T>(ReadOnlySpan<Tensor<T>> tensors)
        where T : unmanaged
    {
        var saved = new SavedTensor<T>[tensors.Length];
        for (var i = 0; i < saved.Length; i++)
            saved[i] = new SavedTensor<T>(tensors[i]);
        return saved;
    }

    /// <summary>The kept tensors.</summary>
    /// <exception cref="AutogradException">One was changed in place since, or released by an earlier backward.</exception>
    public static Tensor<T>[] Unpack<T>(SavedTensor<T>[]? saved)
        where T : unmanaged => saved is null ? [default(SavedTensor<T>).Unpack()] : Array.ConvertAll(saved, tensor => tensor.Unpack());

    /// <summary>Lets go of kept tensors.</summary>
    public static void Release<T>(SavedTensor<T>[]? saved)
        where T : unmanaged
    {
        for (var i = 0; i < saved?.Length; i++)
            saved[i].Release();
    }

    /// <summary>Keeps the memory of each tensor from being reused before this call.</summary>
    public static void KeepAlive<T>(ReadOnlySpan<Tensor<T>> tensors)
        where T : unmanaged
    {
        foreach (var tensor in tensors)
            GC.KeepAlive(tensor);
    }
}
