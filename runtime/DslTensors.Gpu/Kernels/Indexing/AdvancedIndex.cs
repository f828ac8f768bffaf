using DslTensors.Devices.Indexing;
using DslTensors.Devices.Lanes;
using DslTensors.Operators;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(AdvancedIndex))]
internal sealed class AdvancedIndexKernel(GpuBackend backend) : AdvancedIndex.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<long> index, Tensor<T> result, int[] size, int dim) =>
        LaneTypes.Dispatch<T, IndexedLaunch<T>>(new(backend, "index", IndexedAccess.Read, input, index, result, IndexedShape.Advanced(input, dim, index, result)));
}
