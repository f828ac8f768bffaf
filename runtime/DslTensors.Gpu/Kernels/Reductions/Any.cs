using DslTensors.Devices.Reductions;
using DslTensors.Operators;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(Any))]
internal sealed class AnyKernel(GpuBackend backend) : Any.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<bool> result, Dims dim, bool keepDim)
    {
        var counts = Tensor<long>.Allocate(result.Device, result.Layout);
        Nonzeros.Count(backend, input, dim.Flags(input.Rank), counts);
        Nonzeros.Compare(backend, "any", counts, result, isZero: false);
    }
}
