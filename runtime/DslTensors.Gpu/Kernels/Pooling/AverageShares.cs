using DslTensors.Cpu;
using DslTensors.Devices.Lanes;
using DslTensors.Devices.Pooling;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(Operators.AverageShares))]
internal sealed class AverageSharesKernel(GpuBackend backend) : Operators.AverageShares.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<T> result, Shape size, PoolWindows[] windows, bool countsPadding, int? divisor) =>
        LaneTypes.Dispatch<T, AveragePoolLaunch<T>>(new(backend, input, result, windows, countsPadding, divisor, isAdjoint: true));
}
