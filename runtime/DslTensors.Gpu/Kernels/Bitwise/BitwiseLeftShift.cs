using DslTensors.Devices.Bitwise;
using DslTensors.Devices.Lanes;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(Operators.BitwiseLeftShift))]
internal sealed class BitwiseLeftShiftKernel(GpuBackend backend) : Operators.BitwiseLeftShift.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<T> other, Tensor<T> result) =>
        LaneTypes.Dispatch<T, IntegerLaunch<T>>(new(backend, IntegerFunction.ShiftLeft, input, other, result));
}
