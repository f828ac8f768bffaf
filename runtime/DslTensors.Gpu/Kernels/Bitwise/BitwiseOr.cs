using DslTensors.Devices.Bitwise;
using DslTensors.Devices.Lanes;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(Operators.BitwiseOr))]
internal sealed class BitwiseOrKernel(GpuBackend backend) : Operators.BitwiseOr.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<T> other, Tensor<T> result) =>
        LaneTypes.Dispatch<T, IntegerLaunch<T>>(new(backend, IntegerFunction.Or, input, other, result));
}
