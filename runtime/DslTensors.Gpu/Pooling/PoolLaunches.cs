using DslTensors.Cpu;
using DslTensors.Devices.Elementwise;
using DslTensors.Devices.Lanes;
using ILGPU;
using ILGPU.Runtime;

namespace DslTensors.Devices.Pooling;

/// <summary>Starts a search for the greatest element of each window.</summary>
internal readonly struct MaxPoolLaunch<T>(GpuBackend backend, Tensor<T> input, Tensor<T> values, Tensor<long> indices, PoolWindows[] windows) : ILaneAction
    where T : unmanaged
{
    public void Run<S, L>()
        where S : unmanaged
        where L : unmanaged, IDeviceLane<L, S>
    {
        if (values.Layout.Count == 0)
            return;
        var dense = backend.Contiguous(input);
        var shape = PoolShape.Of(input.Layout.Sizes, windows, out var table);
        var places = backend.Upload(table);
        backend.Launcher(typeof(DenseKey<PoolKernels<S, L>>), static accelerator =>
            accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<S>, ArrayView<S>, ArrayView<long>, ArrayView<int>, PoolShape>(PoolKernels<S, L>.Max))(
            values.Layout.Count, backend.Dense<T, S>(dense), backend.Dense<T, S>(values), backend.Dense<long, long>(indices), backend.Dense<int, int>(places), shape);
        GC.KeepAlive(dense);
        GC.KeepAlive(places);
    }
}

/// <summary>Starts the means of windows, or the shares of elements in them.</summary>
internal readonly struct AveragePoolLaunch<T>(
    GpuBackend backend, Tensor<T> input, Tensor<T> result, PoolWindows[] windows, bool countsPadding, int? divisor, bool isAdjoint) : ILaneAction
    where T : unmanaged
{
    public void Run<S, L>()
        where S : unmanaged
        where L : unmanaged, IDeviceLane<L, S>
    {
        if (result.Layout.Count == 0)
            return;
        var dense = backend.Contiguous(input);
        var shape = PoolShape.Of((isAdjoint ? result : input).Layout.Sizes, windows, out var table);
        shape.Divisor = divisor ?? 0;
        shape.CountsPadding = countsPadding ? 1 : 0;
        var places = backend.Upload(table);
        var launch = isAdjoint
            ? backend.Launcher(typeof(PartKey<PoolKernels<S, L>>), static accelerator =>
                accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<S>, ArrayView<S>, ArrayView<int>, PoolShape>(PoolKernels<S, L>.Shares))
            : backend.Launcher(typeof(JoinKey<PoolKernels<S, L>>), static accelerator =>
                accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<S>, ArrayView<S>, ArrayView<int>, PoolShape>(PoolKernels<S, L>.Average));
        launch(result.Layout.Count, backend.Dense<T, S>(dense), backend.Dense<T, S>(result), backend.Dense<int, int>(places), shape);
        GC.KeepAlive(dense);
        GC.KeepAlive(places);
    }
}

/// <summary>Starts the gathering or the adding of elements at places of each plane.</summary>
internal readonly struct PooledLaunch<T>(GpuBackend backend, Tensor<T> input, Tensor<long> indices, Tensor<T> result, int spatial, bool adds) : ILaneAction
    where T : unmanaged
{
    public void Run<S, L>()
        where S : unmanaged
        where L : unmanaged, IDeviceLane<L, S>
    {
        var (large, small) = adds
            ? (Planes.Of(result.Layout.Sizes, spatial), Planes.Of(input.Layout.Sizes, spatial))
            : (Planes.Of(input.Layout.Sizes, spatial), Planes.Of(result.Layout.Sizes, spatial));
        if (small.Count == 0 && adds)
            backend.Fill(result, default);
        if (small.Count == 0)
            return;
        var (dense, places) = (backend.Contiguous(input), backend.Contiguous(indices));
        var launch = adds
            ? backend.Launcher(typeof(FinishKey<PoolKernels<S, L>>), static accelerator =>
                accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<S>, ArrayView<long>, ArrayView<S>, int, int>(PoolKernels<S, L>.Sum))
            : backend.Launcher(typeof(SharedKey<PoolKernels<S, L>>), static accelerator =>
                accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<S>, ArrayView<long>, ArrayView<S>, int, int>(PoolKernels<S, L>.Pick));
        launch(
            adds ? small.Count : result.Layout.Count,
            backend.Dense<T, S>(dense),
            backend.Dense<long, long>(places),
            backend.Dense<T, S>(result),
            small.Size,
            large.Size);
        GC.KeepAlive(dense);
        GC.KeepAlive(places);
    }
}
