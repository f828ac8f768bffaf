using DslTensors.Devices.Lanes;
using DslTensors.Devices.Reductions;
using DslTensors.Operators;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(Cumprod))]
internal sealed class CumprodKernel(GpuBackend backend) : Cumprod.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<T> result, int dim) =>
        LaneTypes.Dispatch<T, RunningLaunch<T>>(new(backend, input, result, dim, isProduct: true));
}
