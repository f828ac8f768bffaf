using DslTensors.Devices.Bitwise;
using DslTensors.Devices.Lanes;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(Operators.BitwiseAnd))]
internal sealed class BitwiseAndKernel(GpuBackend backend) : Operators.BitwiseAnd.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<T> other, Tensor<T> result) =>
        LaneTypes.Dispatch<T, IntegerLaunch<T>>(new(backend, IntegerFunction.And, input, other, result));
}
