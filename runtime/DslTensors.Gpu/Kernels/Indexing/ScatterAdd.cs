using DslTensors.Devices.Indexing;
using DslTensors.Devices.Lanes;
using DslTensors.Operators;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(ScatterAdd))]
internal sealed class ScatterAddKernel(GpuBackend backend) : ScatterAdd.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<long> index, Tensor<T> src, Tensor<T> result, int dim)
    {
        if (!ReferenceEquals(input, result))
            backend.Copy(input, result);
        if (index.Layout.Count > 0)
            LaneTypes.Dispatch<T, IndexedLaunch<T>>(new(backend, "scatter_add", IndexedAccess.Add, result, index, src, IndexedShape.Along(result, dim, index, src)));
    }
}
