using DslTensors.Devices.Indexing;
using DslTensors.Devices.Lanes;
using DslTensors.Operators;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(IndexSum))]
internal sealed class IndexSumKernel(GpuBackend backend) : IndexSum.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<long> index, Tensor<T> result, int[] size, int dim)
    {
        backend.Fill(result, default);
        LaneTypes.Dispatch<T, IndexedLaunch<T>>(new(backend, "index_select_backward", IndexedAccess.Add, result, index, input, IndexedShape.Slices(result, dim, index, input)));
    }
}
