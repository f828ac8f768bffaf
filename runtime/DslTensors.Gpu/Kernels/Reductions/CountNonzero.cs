using DslTensors.Devices.Reductions;
using DslTensors.Operators;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(CountNonzero))]
internal sealed class CountNonzeroKernel(GpuBackend backend) : CountNonzero.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<long> result, Dims dim) => Nonzeros.Count(backend, input, dim.Flags(input.Rank), result);
}
