using DslTensors.Operators;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(SliceInZeros))]
internal sealed class SliceInZerosKernel(GpuBackend backend) : SliceInZeros.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<T> result, Shape size, int dim, int start, int step)
    {
        backend.Fill(result, default);
        int[] strides = [.. result.Layout.Strides];
        var origin = result.Offset + (start * strides[dim]);
        strides[dim] *= step;
        backend.Copy(backend.Here(input), result.Alias(StridedLayout.Strided(input.Layout.Sizes, strides), origin));
    }
}
