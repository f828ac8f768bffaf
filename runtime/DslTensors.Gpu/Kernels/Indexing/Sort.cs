using DslTensors.Devices.Lanes;
using DslTensors.Devices.Reductions;
using DslTensors.Operators;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(Sort))]
internal sealed class SortKernel(GpuBackend backend) : Sort.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<T> values, Tensor<long> indices, int dim, bool descending, bool stable) =>
        LaneTypes.Dispatch<T, SortLaunch<T>>(new(backend, input, values, indices, dim, descending));
}
