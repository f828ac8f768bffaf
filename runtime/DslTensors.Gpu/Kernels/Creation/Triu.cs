using DslTensors.Devices.Lanes;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(Operators.Triu))]
internal sealed class TriuKernel(GpuBackend backend) : Operators.Triu.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<T> result, int diagonal) =>
        LaneTypes.Dispatch<T, TriangleLaunch<T>>(new(backend, input, result, diagonal, isUpper: true));
}
