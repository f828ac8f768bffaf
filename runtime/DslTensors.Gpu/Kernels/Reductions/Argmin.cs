using DslTensors.Devices.Lanes;
using DslTensors.Devices.Reductions;
using DslTensors.Operators;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(Argmin))]
internal sealed class ArgminKernel(GpuBackend backend) : Argmin.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<long> result, int? dim, bool keepDim) =>
        LaneTypes.Dispatch<T, BestLaunch<T>>(new(backend, "argmin", input, result, dim, isLeast: true));
}
