using DslTensors.Operators;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(Stack))]
internal sealed class StackKernel(GpuBackend backend) : Stack.DeviceKernel
{
    public override void Run<T>(ReadOnlySpan<Tensor<T>> tensors, Tensor<T> result, int dim)
    {
        for (var i = 0; i < tensors.Length; i++)
            backend.Copy(tensors[i], result.Select(dim, i));
    }
}
