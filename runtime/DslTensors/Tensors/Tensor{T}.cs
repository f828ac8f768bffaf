using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace DslTensors;

/// <summary>A multi-dimensional array of elements of type <typeparamref name="T"/> with PyTorch's semantics.</summary>
/// <typeparam name="T">The element type: float, double, Half, BFloat16, long, int, short, sbyte, byte or bool.</typeparam>
[CollectionBuilder(typeof(TensorBuilder), nameof(TensorBuilder.Create))]
[DebuggerDisplay("{DebuggerText,nq}")]
[DebuggerTypeProxy(typeof(TensorDebuggerView<>))]
public sealed partial class Tensor<T> : Tensor
    where T : unmanaged
{
    internal Tensor(Storage<T> storage, StridedLayout layout)
        : this(storage, layout, 0, storage)
    {
    }

    internal Tensor(Storage<T> storage, StridedLayout layout, int offset, VersionCounter version)
        : base(layout, offset, version) => Storage = storage;

    /// <inheritdoc/>
    public override DType DType => DTypes.Of<T>();

    /// <inheritdoc/>
    public override Device Device => Storage.Device;

    internal Storage<T> Storage { get; set; }

    internal override Storage UntypedStorage => Storage;

    /// <summary>This tensor as a CPU kernel sees it.</summary>
    /// <exception cref="DeviceException">The tensor is not in main memory.</exception>
    public TensorView<T> AsView() => new(Storage.Array, Offset, Layout);

    /// <summary>A new tensor on a device, with unspecified contents.</summary>
    public static Tensor<T> Allocate(Device device, StridedLayout layout) => new(Storage<T>.Allocate(device, layout.Count), layout);

    internal Tensor<T> ReshapeToScalar() => new(Storage, StridedLayout.Scalar);

    internal void Resize(StridedLayout layout)
    {
        Storage = Storage<T>.Allocate(Device, layout.Count);
        Layout = layout;
        Offset = 0;
        VersionCounter = Storage;
    }

    /// <summary>The same memory seen with another layout; no gradient flows through it.</summary>
    internal Tensor<T> Alias(StridedLayout layout, int offset)
    {
        Storage.IsShared = true;
        return new Tensor<T>(Storage, layout, offset, VersionCounter);
    }

    /// <summary>The only element (PyTorch's <c>item()</c>).</summary>
    /// <exception cref="ShapeException">There is not exactly one element.</exception>
    public T Item()
    {
        if (Layout.Count != 1)
            throw new ShapeException($"a Tensor with {Layout.Count} elements cannot be converted to Scalar: the shape is {Shape}. Index it first, or reduce it.");
        if (Device.Backend is not null)
            return ToArray()[0];
        var value = AsView().Origin;
        GC.KeepAlive(this);
        return value;
    }

    /// <summary>The elements in row-major order as a new array.</summary>
    public T[] ToArray()
    {
        if (Device.Backend is { } backend)
            return Download(backend);
        var array = new T[Layout.Count];
        StridedCopy.Run(AsView(), new TensorView<T>(array, 0, StridedLayout.Contiguous(Layout.Sizes)));
        GC.KeepAlive(this);
        return array;
    }

    /// <summary>The elements in row-major order.</summary>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)ToArray()).GetEnumerator();
}

/// <summary>What a collection expression of elements calls: <c>Tensor&lt;float&gt; a = [1f, 2f];</c></summary>
public static class TensorBuilder
{
    /// <summary>A tensor of rank 1.</summary>
    public static Tensor<T> Create<T>(ReadOnlySpan<T> elements)
        where T : unmanaged
    {
        var tensor = Tensor<T>.Allocate(Device.Cpu, StridedLayout.Contiguous(elements.Length));
        elements.CopyTo(tensor.AsView().Span);
        return tensor;
    }
}
