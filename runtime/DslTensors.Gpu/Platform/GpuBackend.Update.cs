using DslTensors.Devices.Elementwise;
using DslTensors.Devices.Lanes;

namespace DslTensors.Devices;

internal sealed partial class GpuBackend
{
    public override void Update<TUpdate, T>(TUpdate update, Tensor<T> value, Tensor<T> gradient, Tensor<T>? first, Tensor<T>? second, Tensor<T>? third)
    {
        if (value.Layout.Count == 0)
            return;
        var dense = Contiguous(value);
        var states = (First: OrNull(first), Second: OrNull(second), Third: OrNull(third));
        LaneTypes.Dispatch<T, UpdateLaunch<TUpdate, T>>(new(this, update, dense, Contiguous(gradient), states.First, states.Second, states.Third));
        if (!ReferenceEquals(dense, value))
            Copy(dense, value);
        GC.KeepAlive(value);
        GC.KeepAlive(gradient);
        GC.KeepAlive(first);
        GC.KeepAlive(second);
        GC.KeepAlive(third);
    }

    // States are made by the optimizer, or loaded: a loaded one has any strides.
    private Tensor<T>? OrNull<T>(Tensor<T>? state)
        where T : unmanaged => state is null || state.IsContiguous ? state : throw new DeviceException("an optimizer state must be contiguous. Call Contiguous() on it before it is loaded.");
}
