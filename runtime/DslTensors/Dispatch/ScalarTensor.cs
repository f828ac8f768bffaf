namespace DslTensors;

/// <summary>Numbers as operands of elementwise operators.</summary>
public static class ScalarTensor
{
    /// <summary>A tensor of rank 0 on the device of <paramref name="other"/>; it broadcasts to any shape.</summary>
    public static Tensor<T> Like<T>(Tensor<T> other, Scalar value)
        where T : unmanaged
    {
        var tensor = Tensor<T>.Allocate(other.Device, StridedLayout.Scalar);
        tensor.AsView().Origin = value.To<T>();
        return tensor;
    }
}
