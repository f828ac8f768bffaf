using DslTensors.Cpu;
using DslTensors.Devices.Convolutions;
using DslTensors.Devices.Lanes;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(Operators.Conv2d))]
internal sealed class Conv2dKernel(GpuBackend backend) : Operators.Conv2d.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<T> weight, Tensor<T>? bias, Tensor<T> result, PerDimension stride, Padding padding, PerDimension dilation, int groups) =>
        LaneTypes.Dispatch<T, ConvolutionLaunch<T>>(new(
            backend, ConvolutionPart.Results, input, weight, bias, result, ConvolutionGeometry.Of(weight.Layout.Sizes, stride, padding, dilation, groups)));
}
