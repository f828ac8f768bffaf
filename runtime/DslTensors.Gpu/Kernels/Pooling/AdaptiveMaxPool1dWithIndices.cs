using DslTensors.Cpu;
using DslTensors.Devices.Lanes;
using DslTensors.Devices.Pooling;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(Operators.AdaptiveMaxPool1dWithIndices))]
internal sealed class AdaptiveMaxPool1dWithIndicesKernel(GpuBackend backend) : Operators.AdaptiveMaxPool1dWithIndices.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<T> values, Tensor<long> indices, PerDimension outputSize) =>
        LaneTypes.Dispatch<T, MaxPoolLaunch<T>>(new(
            backend, input, values, indices, PoolWindows.Adaptive(input.Layout.Sizes.AsSpan(^1..), values.Layout.Sizes.AsSpan(^1..))));
}
