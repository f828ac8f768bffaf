using DslTensors.Devices.Elementwise;
using DslTensors.Devices.Lanes;
using DslTensors.Lanes;
using ILGPU;
using ILGPU.Runtime;

namespace DslTensors.Devices.Reductions;

/// <summary>Starts a reduction of some dimensions into a contiguous result.</summary>
internal readonly struct ReductionLaunch<TReduction, T>(GpuBackend backend, TReduction reduction, Tensor<T> input, bool[] reduced, Tensor<T> result) : ILaneAction
    where TReduction : struct, IReduction
    where T : unmanaged
{
    // A thread works through about so many elements.
    private const int PerThread = 256;

    // With so many results, each may have a thread of its own.
    private const int ManyResults = 1 << 14;

    public void Run<S, L>()
        where S : unmanaged
        where L : unmanaged, IDeviceLane<L, S>
    {
        var shape = ReductionShape.Of(input.Layout, input.Offset, reduced);
        var count = result.Layout.Count;
        if (count == 0)
            return;
        var (elements, results) = (backend.Elements<T, S>(input), backend.Dense<T, S>(result));
        if (shape.PerResult <= 2 * PerThread || (count >= ManyResults && shape.PerResult <= 16 * PerThread))
        {
            backend.Launcher(typeof(DenseKey<ReductionKernels<TReduction, S, L>>), static accelerator =>
                accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<S>, ArrayView<S>, ReductionShape, TReduction>(ReductionKernels<TReduction, S, L>.Whole))(
                count, elements, results, shape, reduction);
            return;
        }

        shape.Parts = (shape.PerResult + PerThread - 1) / PerThread;
        shape.Step = backend.HasSharedMemory ? shape.Parts : 1;
        var parts = backend.Room<L>(checked(count * shape.Parts));
        var many = shape.Parts;
        backend.Launcher(typeof(PartKey<ReductionKernels<TReduction, S, L>>), static accelerator =>
            accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<S>, ArrayView<L>, ReductionShape, TReduction>(ReductionKernels<TReduction, S, L>.Part))(
            count * many, elements, backend.Dense<L, L>(parts), shape, reduction);
        while (many > PerThread)
        {
            var fewer = (many + PerThread - 1) / PerThread;
            var joined = backend.Room<L>(count * fewer);
            backend.Launcher(typeof(JoinKey<ReductionKernels<TReduction, S, L>>), static accelerator =>
                accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<L>, ArrayView<L>, int, int, TReduction>(ReductionKernels<TReduction, S, L>.Join))(
                count * fewer, backend.Dense<L, L>(parts), backend.Dense<L, L>(joined), many, fewer, reduction);
            GC.KeepAlive(parts);
            (parts, many) = (joined, fewer);
        }

        backend.Launcher(typeof(FinishKey<ReductionKernels<TReduction, S, L>>), static accelerator =>
            accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<L>, ArrayView<S>, int, TReduction>(ReductionKernels<TReduction, S, L>.Finish))(
            count, backend.Dense<L, L>(parts), results, many, reduction);
        GC.KeepAlive(parts);
    }
}
