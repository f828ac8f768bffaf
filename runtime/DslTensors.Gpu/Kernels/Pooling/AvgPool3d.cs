using DslTensors.Cpu;
using DslTensors.Devices.Lanes;
using DslTensors.Devices.Pooling;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(Operators.AvgPool3d))]
internal sealed class AvgPool3dKernel(GpuBackend backend) : Operators.AvgPool3d.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<T> result, PerDimension kernelSize, PerDimension stride, PerDimension padding, bool ceilMode, bool countIncludePad, int? divisorOverride)
    {
        if (divisorOverride == 0)
            throw new ShapeException("divisor must be not zero: divisorOverride is 0. Leave it out to divide by the number of elements.");
        var windows = PoolWindows.Of(input.Layout.Sizes.AsSpan(^3..), kernelSize, stride, padding, default, ceilMode);
        LaneTypes.Dispatch<T, AveragePoolLaunch<T>>(new(backend, input, result, windows, countIncludePad, divisorOverride, isAdjoint: false));
    }
}
