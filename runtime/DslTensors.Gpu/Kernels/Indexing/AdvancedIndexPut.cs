using DslTensors.Devices.Indexing;
using DslTensors.Devices.Lanes;
using DslTensors.Operators;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(AdvancedIndexPut))]
internal sealed class AdvancedIndexPutKernel(GpuBackend backend) : AdvancedIndexPut.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<long> index, Tensor<T> values, Tensor<T> result, int dim)
    {
        if (!ReferenceEquals(input, result))
            backend.Copy(input, result);
        LaneTypes.Dispatch<T, IndexedLaunch<T>>(new(backend, "index_put", IndexedAccess.Write, result, index, values, IndexedShape.Advanced(result, dim, index, values)));
    }
}
