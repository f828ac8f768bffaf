using DslTensors.Devices.Lanes;
using DslTensors.Devices.Reductions;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(Operators.Cummin))]
internal sealed class CumminKernel(GpuBackend backend) : Operators.Cummin.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<T> values, Tensor<long> indices, int dim) =>
        LaneTypes.Dispatch<T, RunningBestLaunch<T>>(new(backend, input, values, indices, dim, isLeast: true));
}
