namespace DslTensors;

public abstract partial class Tensor
{
    /// <summary>The same memory without history, as state dicts hold it.</summary>
    internal abstract Tensor DetachUntyped();

    /// <summary>The values without history where the processor can read them.</summary>
    internal abstract Tensor DetachedInMainMemory();

    /// <summary>Overwrites the values with those of a tensor of the same shape and any element type, and counts the write.</summary>
    internal abstract void CopyValuesFrom(Tensor source);
}

public sealed partial class Tensor<T>
{
    internal override Tensor DetachUntyped() => Detach();

    internal override void CopyValuesFrom(Tensor source)
    {
        CheckInference("copy_");
        var converted = source.DetachedInMainMemory().To<T>();
        if (Device.Backend is { } backend)
            backend.Copy(converted.To(Device), this);
        else
            StridedCopy.Run(Overlaps(converted) ? converted.Clone().AsView() : converted.AsView(), AsView());
        BumpVersion();
        GC.KeepAlive(converted);
        GC.KeepAlive(this);
    }

    internal override Tensor DetachedInMainMemory() => Detach().Cpu();

    private bool Overlaps(Tensor source) => ReferenceEquals(source.UntypedStorage, UntypedStorage);
}
