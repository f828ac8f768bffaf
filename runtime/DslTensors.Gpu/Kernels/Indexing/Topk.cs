using DslTensors.Devices.Lanes;
using DslTensors.Devices.Reductions;
using DslTensors.Operators;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(Topk))]
internal sealed class TopkKernel(GpuBackend backend) : Topk.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<T> values, Tensor<long> indices, int k, int dim, bool largest, bool sorted) =>
        LaneTypes.Dispatch<T, SortLaunch<T>>(new(backend, input, values, indices, dim, isDescending: largest));
}
