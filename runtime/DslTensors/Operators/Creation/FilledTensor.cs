namespace DslTensors.Operators;

/// <summary>What the creation functions of equal elements have in common.</summary>
internal static class FilledTensor
{
    public static Tensor<T> Of<T>(int[] size, Scalar value)
        where T : unmanaged
    {
        var tensor = Tensor<T>.Allocate(Device.Cpu, StridedLayout.Contiguous(size));
        tensor.AsView().Span.Fill(value.To<T>());
        GC.KeepAlive(tensor);
        return tensor;
    }
}
