using DslTensors.Devices.Bitwise;
using DslTensors.Devices.Lanes;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(Operators.BitwiseRightShift))]
internal sealed class BitwiseRightShiftKernel(GpuBackend backend) : Operators.BitwiseRightShift.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<T> other, Tensor<T> result) =>
        LaneTypes.Dispatch<T, IntegerLaunch<T>>(new(backend, IntegerFunction.ShiftRight, input, other, result));
}
