using DslTensors.Cpu;
using DslTensors.Devices.Convolutions;
using DslTensors.Devices.Lanes;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(Operators.ConvTranspose3d))]
internal sealed class ConvTranspose3dKernel(GpuBackend backend) : Operators.ConvTranspose3d.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<T> weight, Tensor<T>? bias, Tensor<T> result, PerDimension stride, PerDimension padding, PerDimension outputPadding, int groups, PerDimension dilation) =>
        LaneTypes.Dispatch<T, ConvolutionLaunch<T>>(new(
            backend, ConvolutionPart.Images, result, weight, bias, input, ConvolutionGeometry.Of(weight.Layout.Sizes, stride, padding, dilation, groups)));
}
