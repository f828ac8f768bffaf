using DslTensors.Devices.Lanes;
using DslTensors.Devices.Reductions;
using DslTensors.Operators;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(ProductOfOthers))]
internal sealed class ProductOfOthersKernel(GpuBackend backend) : ProductOfOthers.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<T> result, int? dim) =>
        LaneTypes.Dispatch<T, OthersLaunch<T>>(new(backend, backend.Contiguous(input), result, dim));
}
