using DslTensors.Devices.Lanes;
using DslTensors.Devices.Normalization;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(Operators.LogSoftmax))]
internal sealed class LogSoftmaxKernel(GpuBackend backend) : Operators.LogSoftmax.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<T> result, int dim) =>
        LaneTypes.Dispatch<T, SoftmaxLaunch<T>>(new(backend, input, result, dim, isLog: true));
}
