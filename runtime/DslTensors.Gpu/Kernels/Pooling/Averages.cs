using DslTensors.Cpu;
using DslTensors.Devices.Lanes;
using DslTensors.Devices.Pooling;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(Operators.Averages))]
internal sealed class AveragesKernel(GpuBackend backend) : Operators.Averages.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<T> result, Shape size, PoolWindows[] windows, bool countsPadding, int? divisor) =>
        LaneTypes.Dispatch<T, AveragePoolLaunch<T>>(new(backend, input, result, windows, countsPadding, divisor, isAdjoint: false));
}
