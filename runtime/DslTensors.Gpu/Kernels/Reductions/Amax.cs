using DslTensors.Devices.Lanes;
using DslTensors.Devices.Reductions;
using DslTensors.Lanes;
using DslTensors.Operators;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(Amax))]
internal sealed class AmaxKernel(GpuBackend backend) : Amax.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<T> result, Dims dim, bool keepDim)
    {
        if (input.Layout.Count == 0 && result.Layout.Count > 0)
            throw new ShapeException($"amax(): Expected reduction dim to be specified for input.numel() == 0. The tensor has shape {input.Shape}: there is nothing to choose from.");
        LaneTypes.Dispatch<T, ReductionLaunch<MaxReduction, T>>(new(backend, default, input, dim.Flags(input.Rank), result));
    }
}
