using DslTensors.Devices.Indexing;
using DslTensors.Devices.Lanes;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(Operators.MaskedGather))]
internal sealed class MaskedGatherKernel(GpuBackend backend) : Operators.MaskedGather.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<bool> mask, Tensor<T> result, int n)
    {
        var (elements, flags) = (backend.Contiguous(input), backend.Contiguous(mask));
        LaneTypes.Dispatch<T, MaskedLaunch<T>>(new(backend, elements, flags, result, packs: true));
        GC.KeepAlive(elements);
        GC.KeepAlive(flags);
    }
}
