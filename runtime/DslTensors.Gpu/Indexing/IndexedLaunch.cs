using DslTensors.Devices.Elementwise;
using DslTensors.Devices.Lanes;
using ILGPU;
using ILGPU.Runtime;

namespace DslTensors.Devices.Indexing;

/// <summary>What is done at the places that indices name.</summary>
internal enum IndexedAccess
{
    Read,
    Write,
    Add,
}

/// <summary>Starts reads and writes of places that indices name.</summary>
internal readonly struct IndexedLaunch<T>(GpuBackend backend, string operation, IndexedAccess access, Tensor<T> target, Tensor<long> index, Tensor<T> values, IndexedShape shape) : ILaneAction
    where T : unmanaged
{
    public void Run<S, L>()
        where S : unmanaged
        where L : unmanaged, IDeviceLane<L, S>
    {
        if (shape.OuterCount == 0 || shape.InnerCount == 0)
            return;
        var launch = access switch
        {
            IndexedAccess.Read => backend.Launcher(typeof(PartKey<IndexedKernels<S, L>>), static accelerator =>
                accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<S>, ArrayView<long>, ArrayView<S>, ArrayView<int>, IndexedShape>(IndexedKernels<S, L>.Read)),
            IndexedAccess.Write => backend.Launcher(typeof(FinishKey<IndexedKernels<S, L>>), static accelerator =>
                accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<S>, ArrayView<long>, ArrayView<S>, ArrayView<int>, IndexedShape>(IndexedKernels<S, L>.Write)),
            _ => backend.Launcher(typeof(JoinKey<IndexedKernels<S, L>>), static accelerator =>
                accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<S>, ArrayView<long>, ArrayView<S>, ArrayView<int>, IndexedShape>(IndexedKernels<S, L>.Add)),
        };
        launch(
            access == IndexedAccess.Add ? shape.OuterCount : checked(shape.OuterCount * shape.InnerCount),
            backend.Elements<T, S>(target),
            backend.Elements<long, long>(index),
            backend.Elements<T, S>(values),
            backend.Faults(operation),
            shape);
    }
}
