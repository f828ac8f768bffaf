using DslTensors.Cpu;
using DslTensors.Devices.Convolutions;
using DslTensors.Devices.Lanes;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(Operators.Convolution))]
internal sealed class ConvolutionKernel(GpuBackend backend) : Operators.Convolution.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<T> weight, Tensor<T> result, Shape size, ConvolutionGeometry geometry) =>
        LaneTypes.Dispatch<T, ConvolutionLaunch<T>>(new(backend, ConvolutionPart.Results, input, weight, null, result, geometry));
}
