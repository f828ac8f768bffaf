using DslTensors.Cpu;
using DslTensors.Devices.Lanes;
using DslTensors.Devices.Pooling;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(Operators.AdaptiveMaxPool3dWithIndices))]
internal sealed class AdaptiveMaxPool3dWithIndicesKernel(GpuBackend backend) : Operators.AdaptiveMaxPool3dWithIndices.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<T> values, Tensor<long> indices, PerDimension outputSize) =>
        LaneTypes.Dispatch<T, MaxPoolLaunch<T>>(new(
            backend, input, values, indices, PoolWindows.Adaptive(input.Layout.Sizes.AsSpan(^3..), values.Layout.Sizes.AsSpan(^3..))));
}
