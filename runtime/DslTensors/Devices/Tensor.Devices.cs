namespace DslTensors;

public abstract partial class Tensor
{
    /// <summary>Moves this very tensor, and its gradient, to a device: what refers to it goes on referring to it.</summary>
    internal abstract void MoveTo(Device device);
}

public sealed partial class Tensor<T>
{
    /// <summary>The tensor on a device (PyTorch's <c>to(device)</c>); one that is there already is returned as it is. Gradients flow back.</summary>
    public Tensor<T> To(Device device)
    {
        ArgumentNullException.ThrowIfNull(device);
        if (ReferenceEquals(device, Device))
            return this;
        var moved = new Tensor<T>(StorageOn(device), Layout.ToContiguous());
        if (Autograd.Records(this))
            moved.SetGradFn(new ToDeviceStep<T>(moved.Layout, GradEdge, Device));
        return moved;
    }

    /// <summary>The tensor in main memory (PyTorch's <c>cpu()</c>).</summary>
    public Tensor<T> Cpu() => To(Device.Cpu);

    /// <summary>The tensor on an NVIDIA GPU (PyTorch's <c>cuda()</c>).</summary>
    /// <exception cref="DeviceException">No backend for such devices is loaded, or there is no such device.</exception>
    public Tensor<T> Cuda(int index = 0) => To(Device.Cuda(index));

    internal override void MoveTo(Device device)
    {
        if (!ReferenceEquals(device, Device))
            Data = Detach().To(device);
        Grad?.MoveTo(device);
    }

    private Storage<T> StorageOn(Device device)
    {
        var host = ToArray();
        if (device.Backend is not { } target)
            return new Storage<T>(host);
        var storage = Storage<T>.Allocate(device, host.Length);
        target.Upload<T>(host, storage);
        return storage;
    }

    // Only a tensor that fills its memory is read as it is; a part is gathered on the device first.
    private T[] Download(Backend source)
    {
        var host = new T[Layout.Count];
        if (host.Length == 0)
            return host;
        var whole = this;
        if (Offset != 0 || !IsContiguous)
        {
            whole = Allocate(Device, Layout.ToContiguous());
            source.Copy(this, whole);
        }

        source.Download(whole.Storage, host);
        GC.KeepAlive(this);
        GC.KeepAlive(whole);
        return host;
    }
}
