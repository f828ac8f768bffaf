using DslTensors.Devices.Lanes;
using DslTensors.Devices.Reductions;
using DslTensors.Lanes;
using DslTensors.Operators;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(TypedSum))]
internal sealed class TypedSumKernel(GpuBackend backend) : TypedSum.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<T> result, Dims dim, bool keepDim)
    {
        LaneTypes.Dispatch<T, ReductionLaunch<SumReduction, T>>(new(backend, default, input, dim.Flags(input.Rank), result));
    }
}
