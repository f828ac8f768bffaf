using DslTensors.Operators;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(Cat))]
internal sealed class CatKernel(GpuBackend backend) : Cat.DeviceKernel
{
    public override void Run<T>(ReadOnlySpan<Tensor<T>> tensors, Tensor<T> result, int dim)
    {
        var at = Dimension.Wrap(dim, result.Rank);
        var offset = result.Offset;
        foreach (var tensor in tensors)
        {
            if (tensor.Layout.Sizes is [0])
                continue;
            backend.Copy(tensor, result.Alias(StridedLayout.Strided(tensor.Layout.Sizes, result.Layout.Strides), offset));
            offset += tensor.Layout.Sizes[at] * result.Layout.Strides[at];
        }
    }
}
