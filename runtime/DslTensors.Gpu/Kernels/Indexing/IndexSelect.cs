using DslTensors.Devices.Indexing;
using DslTensors.Devices.Lanes;
using DslTensors.Operators;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(IndexSelect))]
internal sealed class IndexSelectKernel(GpuBackend backend) : IndexSelect.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<long> index, Tensor<T> result, int dim) =>
        LaneTypes.Dispatch<T, IndexedLaunch<T>>(new(backend, "index_select", IndexedAccess.Read, input, index, result, IndexedShape.Slices(input, dim, index, result)));
}
