using DslTensors.Devices.Lanes;
using DslTensors.Devices.Pooling;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(Operators.PooledSum))]
internal sealed class PooledSumKernel(GpuBackend backend) : Operators.PooledSum.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<long> indices, Tensor<T> result, Shape size, int spatial) =>
        LaneTypes.Dispatch<T, PooledLaunch<T>>(new(backend, input, indices, result, spatial, adds: true));
}
