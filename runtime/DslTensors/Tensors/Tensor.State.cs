namespace DslTensors;

public abstract partial class Tensor
{
    /// <summary>The same memory without history, as state dicts hold it.</summary>
    internal abstract Tensor DetachUntyped();

    /// <summary>Overwrites the values with those of a tensor of the same shape and any element type, and counts the write.</summary>
    internal abstract void CopyValuesFrom(Tensor source);
}

public sealed partial class Tensor<T>
{
    internal override Tensor DetachUntyped() => Detach();

    internal override void CopyValuesFrom(Tensor source)
    {
        var converted = source switch
        {
            Tensor<T> same => same.View,
            Tensor<float> other => Convert(other),
            Tensor<double> other => Convert(other),
            Tensor<Half> other => Convert(other),
            Tensor<long> other => Convert(other),
            Tensor<int> other => Convert(other),
            Tensor<short> other => Convert(other),
            Tensor<sbyte> other => Convert(other),
            Tensor<byte> other => Convert(other),
            Tensor<bool> other => Convert(other),
            _ => throw new TensorException($"can't convert elements of type {source.DType} to {DType}."),
        };
        StridedCopy.Run(Overlaps(source) ? CopyOf(converted) : converted, View);
        BumpVersion();
        GC.KeepAlive(source);
        GC.KeepAlive(this);
    }

    private bool Overlaps(Tensor source) => ReferenceEquals(source.UntypedStorage, UntypedStorage);

    private static TensorView<T> CopyOf(TensorView<T> view)
    {
        var copy = new TensorView<T>(GC.AllocateUninitializedArray<T>(view.Count), 0, view.Layout.ToContiguous());
        StridedCopy.Run(view, copy);
        return copy;
    }

    private static TensorView<T> Convert<TSource>(Tensor<TSource> source)
        where TSource : unmanaged
    {
        var converted = new TensorView<T>(GC.AllocateUninitializedArray<T>(source.Layout.Count), 0, source.Layout.ToContiguous());
        ElementConversion.Run<TSource, T>(source.View.Dense().Span, converted.Span);
        GC.KeepAlive(source);
        return converted;
    }
}
