using DslTensors.Devices.Indexing;
using DslTensors.Devices.Lanes;
using DslTensors.Operators;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(Gather))]
internal sealed class GatherKernel(GpuBackend backend) : Gather.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<long> index, Tensor<T> result, int dim) =>
        LaneTypes.Dispatch<T, IndexedLaunch<T>>(new(backend, "gather", IndexedAccess.Read, input, index, result, IndexedShape.Along(input, dim, index, result)));
}
