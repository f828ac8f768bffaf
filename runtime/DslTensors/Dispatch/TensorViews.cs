namespace DslTensors;

/// <summary>Lists of tensors as kernels see them.</summary>
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
}
