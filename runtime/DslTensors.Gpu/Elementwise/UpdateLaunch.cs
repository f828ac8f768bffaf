using DslTensors.Devices.Lanes;
using DslTensors.Lanes;
using ILGPU;
using ILGPU.Runtime;

namespace DslTensors.Devices.Elementwise;

/// <summary>The loop of an optimizer step.</summary>
internal sealed class UpdateKernel<TUpdate, S, L>
    where TUpdate : struct, IUpdate
    where S : unmanaged
    where L : unmanaged, IDeviceLane<L, S>
{
    public static void Dense(
        Index1D i, ArrayView<S> values, ArrayView<S> gradients, ArrayView<S> firsts, ArrayView<S> seconds, ArrayView<S> thirds, int states, TUpdate update)
    {
        var value = L.Load(values[i]);
        var first = L.Constant(0);
        var second = L.Constant(0);
        var third = L.Constant(0);
        if (states > 0)
            first = L.Load(firsts[i]);
        if (states > 1)
            second = L.Load(seconds[i]);
        if (states > 2)
            third = L.Load(thirds[i]);
        update.Apply(ref value, L.Load(gradients[i]), ref first, ref second, ref third);
        values[i] = L.Store(value);
        if (states > 0)
            firsts[i] = L.Store(first);
        if (states > 1)
            seconds[i] = L.Store(second);
        if (states > 2)
            thirds[i] = L.Store(third);
    }
}

/// <summary>Starts the loop of an optimizer step over contiguous tensors.</summary>
internal readonly struct UpdateLaunch<TUpdate, T>(
    GpuBackend backend, TUpdate update, Tensor<T> value, Tensor<T> gradient, Tensor<T>? first, Tensor<T>? second, Tensor<T>? third) : ILaneAction
    where TUpdate : struct, IUpdate
    where T : unmanaged
{
    public void Run<S, L>()
        where S : unmanaged
        where L : unmanaged, IDeviceLane<L, S>
    {
        var launch = backend.Launcher(typeof(DenseKey<UpdateKernel<TUpdate, S, L>>), static accelerator =>
            accelerator.LoadAutoGroupedStreamKernel<Index1D, ArrayView<S>, ArrayView<S>, ArrayView<S>, ArrayView<S>, ArrayView<S>, int, TUpdate>(
                UpdateKernel<TUpdate, S, L>.Dense));
        var states = first is null ? 0 : second is null ? 1 : third is null ? 2 : 3;
        launch(
            value.Layout.Count,
            backend.Dense<T, S>(value),
            backend.Dense<T, S>(gradient),
            backend.Dense<T, S>(first ?? value),
            backend.Dense<T, S>(second ?? value),
            backend.Dense<T, S>(third ?? value),
            states,
            update);
    }
}
