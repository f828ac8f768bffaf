using DslTensors.Devices.Bitwise;
using DslTensors.Devices.Lanes;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(Operators.Lcm))]
internal sealed class LcmKernel(GpuBackend backend) : Operators.Lcm.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<T> other, Tensor<T> result) =>
        LaneTypes.Dispatch<T, IntegerLaunch<T>>(new(backend, IntegerFunction.LeastMultiple, input, other, result));
}
