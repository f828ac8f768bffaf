namespace DslTensors;

/// <summary>
/// A multi-dimensional array of numbers that can remember how it was computed. This is the part that does not depend on the
/// element type; operators and creation functions are static members of it, e.g. <c>Tensor.Rand(2, 3)</c>.
/// </summary>
public abstract partial class Tensor
{
    private protected Tensor(StridedLayout layout, int offset, VersionCounter version)
    {
        Layout = layout;
        Offset = offset;
        VersionCounter = version;
    }

    /// <summary>The element type.</summary>
    public abstract DType DType { get; }

    /// <summary>The size of each dimension.</summary>
    public Shape Shape => new(Layout.Sizes);

    /// <summary>The number of dimensions.</summary>
    public int Rank => Layout.Rank;

    /// <summary>The number of elements.</summary>
    public long Count => Layout.Count;

    /// <summary>The size of a dimension (PyTorch's <c>size(dim)</c>); negative ones count from the end.</summary>
    /// <exception cref="DimensionException">There is no such dimension.</exception>
    public int Size(int dim) => Shape[dim];

    /// <summary>The size of each dimension (PyTorch's <c>size()</c>); the same as <see cref="Shape"/>.</summary>
    public Shape Size() => Shape;

    /// <summary>The number of dimensions (PyTorch's <c>dim()</c>); the same as <see cref="Rank"/>.</summary>
    public int Dim() => Rank;

    /// <summary>The number of elements (PyTorch's <c>numel()</c>); the same as <see cref="Count"/>.</summary>
    public long Numel() => Count;

    /// <summary>The distance, in elements, between neighbours along each dimension.</summary>
    public ReadOnlySpan<int> Strides => Layout.Strides;

    /// <summary>Whether the elements lie one after the other in row-major order.</summary>
    public bool IsContiguous => Layout.IsContiguous;

    /// <summary>Where the memory lies.</summary>
    public abstract Device Device { get; }

    /// <summary>The number of in-place writes to this tensor's values, shared with its views and detached aliases.</summary>
    /// <exception cref="AutogradException">The tensor was made in inference mode.</exception>
    public int Version => !UntypedStorage.IsInference ? VersionCounter.Version : throw new AutogradException(
        "Inference tensors do not track version counter. Make a normal tensor with x.Clone() outside Autograd.InferenceMode().");

    /// <summary>This tensor as one of a known element type.</summary>
    /// <exception cref="TensorException">It has another element type.</exception>
    public Tensor<T> As<T>()
        where T : unmanaged => this as Tensor<T>
            ?? throw new TensorException($"expected scalar type {DTypes.Of<T>()} but found {DType}. Use To<T>() to convert the elements.");

    /// <summary>Sizes and strides, shared between tensors of one form.</summary>
    public StridedLayout Layout { get; internal set; }

    /// <summary>Where the first element lies in the storage.</summary>
    public int Offset { get; internal set; }

    internal VersionCounter VersionCounter { get; set; }

    internal abstract Storage UntypedStorage { get; }
}
