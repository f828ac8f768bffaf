using DslTensors.Cpu;
using DslTensors.Devices.Convolutions;
using DslTensors.Devices.Lanes;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(Operators.ConvolutionInput))]
internal sealed class ConvolutionInputKernel(GpuBackend backend) : Operators.ConvolutionInput.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<T> weight, Tensor<T> result, Shape size, ConvolutionGeometry geometry) =>
        LaneTypes.Dispatch<T, ConvolutionLaunch<T>>(new(backend, ConvolutionPart.Images, result, weight, null, input, geometry));
}
