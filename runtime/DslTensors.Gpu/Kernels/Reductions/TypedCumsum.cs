using DslTensors.Devices.Lanes;
using DslTensors.Devices.Reductions;
using DslTensors.Operators;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(TypedCumsum))]
internal sealed class TypedCumsumKernel(GpuBackend backend) : TypedCumsum.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<T> result, int dim) =>
        LaneTypes.Dispatch<T, RunningLaunch<T>>(new(backend, input, result, dim, isProduct: false));
}
