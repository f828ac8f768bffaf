using DslTensors.Cpu;
using DslTensors.Devices.Lanes;
using DslTensors.Devices.Pooling;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(Operators.MaxPool1dWithIndices))]
internal sealed class MaxPool1dWithIndicesKernel(GpuBackend backend) : Operators.MaxPool1dWithIndices.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<T> values, Tensor<long> indices, PerDimension kernelSize, PerDimension stride, PerDimension padding, PerDimension dilation, bool ceilMode) =>
        LaneTypes.Dispatch<T, MaxPoolLaunch<T>>(new(
            backend, input, values, indices, PoolWindows.Of(input.Layout.Sizes.AsSpan(^1..), kernelSize, stride, padding, dilation, ceilMode)));
}
