using DslTensors.Cpu;
using DslTensors.Devices.Lanes;
using DslTensors.Devices.Pooling;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(Operators.AdaptiveAvgPool3d))]
internal sealed class AdaptiveAvgPool3dKernel(GpuBackend backend) : Operators.AdaptiveAvgPool3d.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<T> result, PerDimension outputSize) =>
        LaneTypes.Dispatch<T, AveragePoolLaunch<T>>(new(
            backend, input, result, PoolWindows.Adaptive(input.Layout.Sizes.AsSpan(^3..), result.Layout.Sizes.AsSpan(^3..)), countsPadding: true, null, isAdjoint: false));
}
