using DslTensors.Devices.Lanes;
using DslTensors.Devices.Reductions;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(Operators.Cummax))]
internal sealed class CummaxKernel(GpuBackend backend) : Operators.Cummax.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<T> values, Tensor<long> indices, int dim) =>
        LaneTypes.Dispatch<T, RunningBestLaunch<T>>(new(backend, input, values, indices, dim, isLeast: false));
}
