using DslTensors.Devices.Lanes;
using DslTensors.Devices.Pooling;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(Operators.PooledPick))]
internal sealed class PooledPickKernel(GpuBackend backend) : Operators.PooledPick.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<long> indices, Tensor<T> result, int spatial) =>
        LaneTypes.Dispatch<T, PooledLaunch<T>>(new(backend, input, indices, result, spatial, adds: false));
}
