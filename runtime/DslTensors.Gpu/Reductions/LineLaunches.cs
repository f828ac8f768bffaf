using DslTensors.Devices.Elementwise;
using DslTensors.Devices.Lanes;
using DslTensors.Devices.Shapes;
using ILGPU;
using ILGPU.Runtime;

namespace DslTensors.Devices.Reductions;

/// <summary>Starts the search for the greatest or least element of each line.</summary>
internal readonly struct BestLaunch<T>(GpuBackend backend, string operation, Tensor<T> input, Tensor<long> result, int? dim, bool isLeast) : ILaneAction
    where T : unmanaged
{
    public void Run<S, L>()
        where S : unmanaged
        where L : unmanaged, IDeviceLane<L, S>
    {
        if (result.Layout.Count == 0)
            return;
        if (input.Layout.Count == 0)
        {
            throw new ShapeException(dim is null
                ? $"{operation}(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument."
                : $"{operation}(): Expected reduction dim {dim} to have non-zero size. The tensor has shape {input.Shape}.");
        }

        var searched = input;
        var (at, flat) = (dim ?? 0, result);
        if (dim is null && input.Rank > 0)
        {
            var dense = backend.Contiguous(input);
            searched = dense.Alias(StridedLayout.Contiguous(dense.Layout.Count), dense.Offset);
            flat = result.Alias(StridedLayout.Scalar, result.Offset);
        }

        var shape = LineShape.Of(searched, flat, at, out var lines);
        backend.Launcher(typeof(DenseKey<LineKernels<S, L>>), static accelerator =>
            accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<S>, ArrayView<long>, LineShape, int>(LineKernels<S, L>.Best))(
            lines, backend.Elements<T, S>(searched), backend.Elements<long, long>(flat), shape, isLeast ? 1 : 0);
        GC.KeepAlive(searched);
    }
}

/// <summary>Starts running sums or products.</summary>
internal readonly struct RunningLaunch<T>(GpuBackend backend, Tensor<T> input, Tensor<T> result, int dim, bool isProduct) : ILaneAction
    where T : unmanaged
{
    public void Run<S, L>()
        where S : unmanaged
        where L : unmanaged, IDeviceLane<L, S>
    {
        if (result.Layout.Count == 0)
            return;
        var shape = LineShape.Of(input, result, dim, out var lines);
        backend.Launcher(typeof(PartKey<LineKernels<S, L>>), static accelerator =>
            accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<S>, ArrayView<S>, LineShape, int>(LineKernels<S, L>.Running))(
            lines, backend.Elements<T, S>(input), backend.Elements<T, S>(result), shape, isProduct ? 1 : 0);
    }
}

/// <summary>Starts running maxima or minima.</summary>
internal readonly struct RunningBestLaunch<T>(GpuBackend backend, Tensor<T> input, Tensor<T> values, Tensor<long> indices, int dim, bool isLeast) : ILaneAction
    where T : unmanaged
{
    public void Run<S, L>()
        where S : unmanaged
        where L : unmanaged, IDeviceLane<L, S>
    {
        if (values.Layout.Count == 0)
            return;
        var shape = LineShape.Of(input, values, dim, out var lines);
        backend.Launcher(typeof(FinishKey<LineKernels<S, L>>), static accelerator =>
            accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<S>, ArrayView<S>, ArrayView<long>, LineShape, int>(LineKernels<S, L>.RunningBest))(
            lines, backend.Elements<T, S>(input), backend.Elements<T, S>(values), backend.Elements<long, long>(indices), shape, isLeast ? 1 : 0);
    }
}

/// <summary>Starts the sorting of lines; a result that is shorter takes the first ones.</summary>
internal readonly struct SortLaunch<T>(GpuBackend backend, Tensor<T> input, Tensor<T> values, Tensor<long> indices, int dim, bool isDescending) : ILaneAction
    where T : unmanaged
{
    public void Run<S, L>()
        where S : unmanaged
        where L : unmanaged, IDeviceLane<L, S>
    {
        if (values.Layout.Count == 0)
            return;
        var shape = LineShape.Of(input, values, dim, out var lines);
        backend.Launcher(typeof(JoinKey<LineKernels<S, L>>), static accelerator =>
            accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<S>, ArrayView<S>, ArrayView<long>, LineShape, int>(LineKernels<S, L>.Rank))(
            checked(lines * shape.Count), backend.Elements<T, S>(input), backend.Elements<T, S>(values), backend.Elements<long, long>(indices), shape, isDescending ? 1 : 0);
    }
}
