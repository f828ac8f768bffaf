using DslTensors.Devices.Lanes;
using DslTensors.Devices.Reductions;
using DslTensors.Operators;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(Argmax))]
internal sealed class ArgmaxKernel(GpuBackend backend) : Argmax.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<long> result, int? dim, bool keepDim) =>
        LaneTypes.Dispatch<T, BestLaunch<T>>(new(backend, "argmax", input, result, dim, isLeast: false));
}
