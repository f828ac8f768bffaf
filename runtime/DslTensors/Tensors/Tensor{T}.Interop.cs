using System.Numerics.Tensors;

namespace DslTensors;

/// <summary>
/// The elements where they lie, without a copy. Memory handed out is never reused for another tensor. Writes to it are not seen by
/// autograd: say <see cref="Tensor.BumpVersion"/> after them where a backward may need the old values.
/// </summary>
public sealed partial class Tensor<T>
{
    /// <summary>The elements of a contiguous tensor where they lie, without a copy.</summary>
    /// <exception cref="ShapeException">The tensor is not contiguous.</exception>
    /// <exception cref="DeviceException">The tensor is not in main memory.</exception>
    public Span<T> AsSpan() => Contiguously("AsSpan").Span;

    /// <summary>The elements of a contiguous tensor where they lie, without a copy, to read.</summary>
    /// <exception cref="ShapeException">The tensor is not contiguous.</exception>
    /// <exception cref="DeviceException">The tensor is not in main memory.</exception>
    public ReadOnlySpan<T> AsReadOnlySpan() => Contiguously("AsReadOnlySpan").Span;

    /// <summary>The elements of a contiguous tensor where they lie, without a copy, for methods that keep them.</summary>
    /// <exception cref="ShapeException">The tensor is not contiguous.</exception>
    /// <exception cref="DeviceException">The tensor is not in main memory.</exception>
    public Memory<T> AsMemory()
    {
        var view = Contiguously("AsMemory");
        return view.Array.AsMemory(view.Offset, view.Count);
    }

    /// <summary>The elements where they lie, with sizes and strides, without a copy; a single element of rank 0 has length 1. Repeated elements (of an expanded tensor) can't be written.</summary>
    /// <exception cref="ShapeException">Two places share an element.</exception>
    /// <exception cref="DeviceException">The tensor is not in main memory.</exception>
    public TensorSpan<T> AsTensorSpan()
    {
        if (Layout.HasInternalOverlap)
            throw new ShapeException($"a TensorSpan to write needs an element for each place, but the tensor of shape {Shape} has strides {Shape.Format(Strides)}. Use x.Contiguous().AsTensorSpan(), or AsReadOnlyTensorSpan().");
        var view = Escaped();
        return new TensorSpan<T>(view.Array, view.Offset, Lengths(), SpanStrides());
    }

    /// <summary>The elements where they lie, with sizes and strides, without a copy, to read; a single element of rank 0 has length 1.</summary>
    /// <exception cref="DeviceException">The tensor is not in main memory.</exception>
    public ReadOnlyTensorSpan<T> AsReadOnlyTensorSpan()
    {
        var view = Escaped();
        return new ReadOnlyTensorSpan<T>(view.Array, view.Offset, Lengths(), SpanStrides());
    }

    private TensorView<T> Contiguously(string member) => IsContiguous ? Escaped() : throw new ShapeException(
        $"a span needs contiguous memory, but the tensor of shape {Shape} has strides {Shape.Format(Strides)}. Use x.Contiguous().{member}().");

    private TensorView<T> Escaped()
    {
        var view = AsView();
        Storage.MarkEscaped();
        return view;
    }

    // There, a tensor of rank 0 has no element.
    private nint[] Lengths() => Rank == 0 ? [1] : Array.ConvertAll(Layout.Sizes, size => (nint)size);

    // There, dimensions of one element have stride 0, and tensors without elements have strides of their own.
    private nint[] SpanStrides() => Rank == 0 || Count == 0 ? [] : [.. Layout.Strides.Select((stride, dim) => (nint)(Layout.Sizes[dim] == 1 ? 0 : stride))];
}
