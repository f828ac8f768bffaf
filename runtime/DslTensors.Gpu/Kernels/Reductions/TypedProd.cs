using DslTensors.Devices.Lanes;
using DslTensors.Devices.Reductions;
using DslTensors.Lanes;
using DslTensors.Operators;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(TypedProd))]
internal sealed class TypedProdKernel(GpuBackend backend) : TypedProd.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<T> result, int? dim, bool keepDim)
    {
        LaneTypes.Dispatch<T, ReductionLaunch<ProductReduction, T>>(new(backend, default, input, (dim is { } one ? one : default(Dims)).Flags(input.Rank), result));
    }
}
