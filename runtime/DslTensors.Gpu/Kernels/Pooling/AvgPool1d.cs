using DslTensors.Cpu;
using DslTensors.Devices.Lanes;
using DslTensors.Devices.Pooling;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(Operators.AvgPool1d))]
internal sealed class AvgPool1dKernel(GpuBackend backend) : Operators.AvgPool1d.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<T> result, PerDimension kernelSize, PerDimension stride, PerDimension padding, bool ceilMode, bool countIncludePad) =>
        LaneTypes.Dispatch<T, AveragePoolLaunch<T>>(new(
            backend, input, result, PoolWindows.Of(input.Layout.Sizes.AsSpan(^1..), kernelSize, stride, padding, default, ceilMode), countIncludePad, null, isAdjoint: false));
}
