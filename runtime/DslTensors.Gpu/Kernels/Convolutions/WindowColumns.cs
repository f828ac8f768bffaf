using DslTensors.Devices.Convolutions;
using DslTensors.Devices.Lanes;
using DslTensors.Operators;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(WindowColumns))]
internal sealed class WindowColumnsKernel(GpuBackend backend) : WindowColumns.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<T> result, Shape size, WindowGrid windows, bool isAdjoint) =>
        LaneTypes.Dispatch<T, WindowLaunch<T>>(new(backend, input, result, windows, isAdjoint));
}
