namespace DslTensors;

/// <summary>Copies between tensors of one device, wherever it is.</summary>
internal static class TensorCopy
{
    /// <summary>Overwrites a tensor with the values of another of the same sizes; their memory must not overlap.</summary>
    public static void Run<T>(Tensor<T> source, Tensor<T> target)
        where T : unmanaged
    {
        if (target.Device.Backend is { } backend)
            backend.Copy(source, target);
        else
            StridedCopy.Run(source.AsView(), target.AsView());
        GC.KeepAlive(source);
        GC.KeepAlive(target);
    }
}
