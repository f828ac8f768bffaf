namespace DslTensors.Operators;

/// <summary>What the creation functions of equal elements have in common.</summary>
internal static class FilledTensor
{
    public static Tensor<T> Of<T>(int[] size, Scalar value, Device? device = null)
        where T : unmanaged
    {
        var tensor = Tensor<T>.Allocate(device ?? Device.Cpu, StridedLayout.Contiguous(size));
        if (tensor.Device.Backend is { } backend)
            backend.Fill(tensor, value.To<T>());
        else
            tensor.AsView().Span.Fill(value.To<T>());
        GC.KeepAlive(tensor);
        return tensor;
    }
}
