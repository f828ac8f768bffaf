using DslTensors.Devices.Lanes;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(Operators.Tril))]
internal sealed class TrilKernel(GpuBackend backend) : Operators.Tril.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<T> result, int diagonal) =>
        LaneTypes.Dispatch<T, TriangleLaunch<T>>(new(backend, input, result, diagonal, isUpper: false));
}
