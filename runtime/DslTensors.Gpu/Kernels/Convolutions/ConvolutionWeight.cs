using DslTensors.Cpu;
using DslTensors.Devices.Convolutions;
using DslTensors.Devices.Lanes;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(Operators.ConvolutionWeight))]
internal sealed class ConvolutionWeightKernel(GpuBackend backend) : Operators.ConvolutionWeight.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<T> gradient, Tensor<T> result, Shape size, ConvolutionGeometry geometry) =>
        LaneTypes.Dispatch<T, ConvolutionLaunch<T>>(new(backend, ConvolutionPart.Weight, input, result, null, gradient, geometry));
}
