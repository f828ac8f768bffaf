using DslTensors.Devices.Lanes;
using DslTensors.Devices.Shapes;
using DslTensors.Lanes;
using ILGPU;
using ILGPU.Runtime;

namespace DslTensors.Devices.Elementwise;

/// <summary>Starts the loop of a function of one operand.</summary>
internal readonly struct Map1Launch<TMap, T, TResult>(GpuBackend backend, TMap map, Tensor<T> a, Tensor<TResult> result, bool isPredicate) : ILaneAction
    where TMap : struct, IMap1
    where T : unmanaged
    where TResult : unmanaged
{
    public void Run<S, L>()
        where S : unmanaged
        where L : unmanaged, IDeviceLane<L, S>
    {
        if (isPredicate)
            Launch<S, L, byte, FlagStore<S, L>>();
        else
            Launch<S, L, S, ValueStore<S, L>>();
    }

    private void Launch<S, L, R, TStore>()
        where S : unmanaged
        where L : unmanaged, IDeviceLane<L, S>
        where R : unmanaged
        where TStore : struct, IResultStore<L, R>
    {
        var count = result.Layout.Count;
        if (IsDense(a) && result.IsContiguous)
        {
            var dense = backend.Launcher(typeof(DenseKey<Map1Kernel<TMap, S, L, R, TStore>>), static accelerator =>
                accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<S>, ArrayView<R>, TMap>(Map1Kernel<TMap, S, L, R, TStore>.Dense));
            dense(count, backend.Dense<T, S>(a), backend.Dense<TResult, R>(result), map);
            return;
        }

        var sizes = result.Layout.Sizes;
        var dims = new JoinedDimensions(sizes, result.Layout.Strides, a.Layout.BroadcastTo(sizes)!.Strides);
        var strided = backend.Launcher(typeof(StridedKey<Map1Kernel<TMap, S, L, R, TStore>>), static accelerator =>
            accelerator.LoadAutoGroupedStreamKernel<Index1D, Operand<S>, Operand<R>, Sizes8, TMap>(Map1Kernel<TMap, S, L, R, TStore>.Strided));
        strided(
            count,
            new(backend.Elements<T, S>(a), dims.Strides(1, a.Offset)),
            new(backend.Elements<TResult, R>(result), dims.Strides(0, result.Offset)),
            dims.Sizes,
            map);
    }

    private bool IsDense(Tensor<T> operand) => operand.IsContiguous && operand.Layout.SameSizes(result.Layout);
}

/// <summary>Starts the loop of a function of two operands.</summary>
internal readonly struct Map2Launch<TMap, T, TResult>(GpuBackend backend, TMap map, Tensor<T> a, Tensor<T> b, Tensor<TResult> result, bool isPredicate) : ILaneAction
    where TMap : struct, IMap2
    where T : unmanaged
    where TResult : unmanaged
{
    public void Run<S, L>()
        where S : unmanaged
        where L : unmanaged, IDeviceLane<L, S>
    {
        if (isPredicate)
            Launch<S, L, byte, FlagStore<S, L>>();
        else
            Launch<S, L, S, ValueStore<S, L>>();
    }

    private void Launch<S, L, R, TStore>()
        where S : unmanaged
        where L : unmanaged, IDeviceLane<L, S>
        where R : unmanaged
        where TStore : struct, IResultStore<L, R>
    {
        var count = result.Layout.Count;
        if (IsDense(a) && IsDense(b) && result.IsContiguous)
        {
            var dense = backend.Launcher(typeof(DenseKey<Map2Kernel<TMap, S, L, R, TStore>>), static accelerator =>
                accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<S>, ArrayView<S>, ArrayView<R>, TMap>(Map2Kernel<TMap, S, L, R, TStore>.Dense));
            dense(count, backend.Dense<T, S>(a), backend.Dense<T, S>(b), backend.Dense<TResult, R>(result), map);
            return;
        }

        var sizes = result.Layout.Sizes;
        var dims = new JoinedDimensions(sizes, result.Layout.Strides, a.Layout.BroadcastTo(sizes)!.Strides, b.Layout.BroadcastTo(sizes)!.Strides);
        var strided = backend.Launcher(typeof(StridedKey<Map2Kernel<TMap, S, L, R, TStore>>), static accelerator =>
            accelerator.LoadAutoGroupedStreamKernel<Index1D, Operand<S>, Operand<S>, Operand<R>, Sizes8, TMap>(Map2Kernel<TMap, S, L, R, TStore>.Strided));
        strided(
            count,
            new(backend.Elements<T, S>(a), dims.Strides(1, a.Offset)),
            new(backend.Elements<T, S>(b), dims.Strides(2, b.Offset)),
            new(backend.Elements<TResult, R>(result), dims.Strides(0, result.Offset)),
            dims.Sizes,
            map);
    }

    private bool IsDense(Tensor<T> operand) => operand.IsContiguous && operand.Layout.SameSizes(result.Layout);
}

/// <summary>Starts the loop of a function of three operands.</summary>
internal readonly struct Map3Launch<TMap, T, TResult>(GpuBackend backend, TMap map, Tensor<T> a, Tensor<T> b, Tensor<T> c, Tensor<TResult> result, bool isPredicate) : ILaneAction
    where TMap : struct, IMap3
    where T : unmanaged
    where TResult : unmanaged
{
    public void Run<S, L>()
        where S : unmanaged
        where L : unmanaged, IDeviceLane<L, S>
    {
        if (isPredicate)
            Launch<S, L, byte, FlagStore<S, L>>();
        else
            Launch<S, L, S, ValueStore<S, L>>();
    }

    private void Launch<S, L, R, TStore>()
        where S : unmanaged
        where L : unmanaged, IDeviceLane<L, S>
        where R : unmanaged
        where TStore : struct, IResultStore<L, R>
    {
        var count = result.Layout.Count;
        if (IsDense(a) && IsDense(b) && IsDense(c) && result.IsContiguous)
        {
            var dense = backend.Launcher(typeof(DenseKey<Map3Kernel<TMap, S, L, R, TStore>>), static accelerator =>
                accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<S>, ArrayView<S>, ArrayView<S>, ArrayView<R>, TMap>(Map3Kernel<TMap, S, L, R, TStore>.Dense));
            dense(count, backend.Dense<T, S>(a), backend.Dense<T, S>(b), backend.Dense<T, S>(c), backend.Dense<TResult, R>(result), map);
            return;
        }

        var sizes = result.Layout.Sizes;
        var dims = new JoinedDimensions(sizes, result.Layout.Strides, a.Layout.BroadcastTo(sizes)!.Strides, b.Layout.BroadcastTo(sizes)!.Strides, c.Layout.BroadcastTo(sizes)!.Strides);
        var strided = backend.Launcher(typeof(StridedKey<Map3Kernel<TMap, S, L, R, TStore>>), static accelerator =>
            accelerator.LoadAutoGroupedStreamKernel<Index1D, Operand<S>, Operand<S>, Operand<S>, Operand<R>, Sizes8, TMap>(Map3Kernel<TMap, S, L, R, TStore>.Strided));
        strided(
            count,
            new(backend.Elements<T, S>(a), dims.Strides(1, a.Offset)),
            new(backend.Elements<T, S>(b), dims.Strides(2, b.Offset)),
            new(backend.Elements<T, S>(c), dims.Strides(3, c.Offset)),
            new(backend.Elements<TResult, R>(result), dims.Strides(0, result.Offset)),
            dims.Sizes,
            map);
    }

    private bool IsDense(Tensor<T> operand) => operand.IsContiguous && operand.Layout.SameSizes(result.Layout);
}

/// <summary>Starts the loop of a function of four operands.</summary>
internal readonly struct Map4Launch<TMap, T, TResult>(GpuBackend backend, TMap map, Tensor<T> a, Tensor<T> b, Tensor<T> c, Tensor<T> d, Tensor<TResult> result, bool isPredicate) : ILaneAction
    where TMap : struct, IMap4
    where T : unmanaged
    where TResult : unmanaged
{
    public void Run<S, L>()
        where S : unmanaged
        where L : unmanaged, IDeviceLane<L, S>
    {
        if (isPredicate)
            Launch<S, L, byte, FlagStore<S, L>>();
        else
            Launch<S, L, S, ValueStore<S, L>>();
    }

    private void Launch<S, L, R, TStore>()
        where S : unmanaged
        where L : unmanaged, IDeviceLane<L, S>
        where R : unmanaged
        where TStore : struct, IResultStore<L, R>
    {
        var count = result.Layout.Count;
        if (IsDense(a) && IsDense(b) && IsDense(c) && IsDense(d) && result.IsContiguous)
        {
            var dense = backend.Launcher(typeof(DenseKey<Map4Kernel<TMap, S, L, R, TStore>>), static accelerator =>
                accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<S>, ArrayView<S>, ArrayView<S>, ArrayView<S>, ArrayView<R>, TMap>(Map4Kernel<TMap, S, L, R, TStore>.Dense));
            dense(count, backend.Dense<T, S>(a), backend.Dense<T, S>(b), backend.Dense<T, S>(c), backend.Dense<T, S>(d), backend.Dense<TResult, R>(result), map);
            return;
        }

        var sizes = result.Layout.Sizes;
        var dims = new JoinedDimensions(sizes, result.Layout.Strides, a.Layout.BroadcastTo(sizes)!.Strides, b.Layout.BroadcastTo(sizes)!.Strides, c.Layout.BroadcastTo(sizes)!.Strides, d.Layout.BroadcastTo(sizes)!.Strides);
        var strided = backend.Launcher(typeof(StridedKey<Map4Kernel<TMap, S, L, R, TStore>>), static accelerator =>
            accelerator.LoadAutoGroupedStreamKernel<Index1D, Operand<S>, Operand<S>, Operand<S>, Operand<S>, Operand<R>, Sizes8, TMap>(Map4Kernel<TMap, S, L, R, TStore>.Strided));
        strided(
            count,
            new(backend.Elements<T, S>(a), dims.Strides(1, a.Offset)),
            new(backend.Elements<T, S>(b), dims.Strides(2, b.Offset)),
            new(backend.Elements<T, S>(c), dims.Strides(3, c.Offset)),
            new(backend.Elements<T, S>(d), dims.Strides(4, d.Offset)),
            new(backend.Elements<TResult, R>(result), dims.Strides(0, result.Offset)),
            dims.Sizes,
            map);
    }

    private bool IsDense(Tensor<T> operand) => operand.IsContiguous && operand.Layout.SameSizes(result.Layout);
}

/// <summary>Starts the loop of a function of five operands.</summary>
internal readonly struct Map5Launch<TMap, T, TResult>(GpuBackend backend, TMap map, Tensor<T> a, Tensor<T> b, Tensor<T> c, Tensor<T> d, Tensor<T> e, Tensor<TResult> result, bool isPredicate) : ILaneAction
    where TMap : struct, IMap5
    where T : unmanaged
    where TResult : unmanaged
{
    public void Run<S, L>()
        where S : unmanaged
        where L : unmanaged, IDeviceLane<L, S>
    {
        if (isPredicate)
            Launch<S, L, byte, FlagStore<S, L>>();
        else
            Launch<S, L, S, ValueStore<S, L>>();
    }

    private void Launch<S, L, R, TStore>()
        where S : unmanaged
        where L : unmanaged, IDeviceLane<L, S>
        where R : unmanaged
        where TStore : struct, IResultStore<L, R>
    {
        var count = result.Layout.Count;
        if (IsDense(a) && IsDense(b) && IsDense(c) && IsDense(d) && IsDense(e) && result.IsContiguous)
        {
            var dense = backend.Launcher(typeof(DenseKey<Map5Kernel<TMap, S, L, R, TStore>>), static accelerator =>
                accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<S>, ArrayView<S>, ArrayView<S>, ArrayView<S>, ArrayView<S>, ArrayView<R>, TMap>(Map5Kernel<TMap, S, L, R, TStore>.Dense));
            dense(count, backend.Dense<T, S>(a), backend.Dense<T, S>(b), backend.Dense<T, S>(c), backend.Dense<T, S>(d), backend.Dense<T, S>(e), backend.Dense<TResult, R>(result), map);
            return;
        }

        var sizes = result.Layout.Sizes;
        var dims = new JoinedDimensions(sizes, result.Layout.Strides, a.Layout.BroadcastTo(sizes)!.Strides, b.Layout.BroadcastTo(sizes)!.Strides, c.Layout.BroadcastTo(sizes)!.Strides, d.Layout.BroadcastTo(sizes)!.Strides, e.Layout.BroadcastTo(sizes)!.Strides);
        var strided = backend.Launcher(typeof(StridedKey<Map5Kernel<TMap, S, L, R, TStore>>), static accelerator =>
            accelerator.LoadAutoGroupedStreamKernel<Index1D, Operand<S>, Operand<S>, Operand<S>, Operand<S>, Operand<S>, Operand<R>, Sizes8, TMap>(Map5Kernel<TMap, S, L, R, TStore>.Strided));
        strided(
            count,
            new(backend.Elements<T, S>(a), dims.Strides(1, a.Offset)),
            new(backend.Elements<T, S>(b), dims.Strides(2, b.Offset)),
            new(backend.Elements<T, S>(c), dims.Strides(3, c.Offset)),
            new(backend.Elements<T, S>(d), dims.Strides(4, d.Offset)),
            new(backend.Elements<T, S>(e), dims.Strides(5, e.Offset)),
            new(backend.Elements<TResult, R>(result), dims.Strides(0, result.Offset)),
            dims.Sizes,
            map);
    }

    private bool IsDense(Tensor<T> operand) => operand.IsContiguous && operand.Layout.SameSizes(result.Layout);
}
