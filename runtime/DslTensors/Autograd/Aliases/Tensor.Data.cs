namespace DslTensors;

public abstract partial class Tensor
{
    private ReplacedData? _replaced;

    /// <inheritdoc cref="Tensor{T}.Data"/>
    public Tensor Data
    {
        get => UntypedData;
        set => UntypedData = value;
    }

    /// <summary>How often <see cref="Data"/> of a result of an operator was set.</summary>
    internal int DataGeneration => _replaced?.Generation ?? 0;

    private protected abstract Tensor UntypedData { get; set; }

    /// <summary>The memory that a result had before its data were set, as backward may still need it.</summary>
    private protected sealed record ReplacedData(int Generation, Storage Storage, StridedLayout Layout, int Offset, ReplacedData? Earlier);

    private protected void NoteReplacedData()
    {
        // A leaf that was saved follows its data, and nothing else refers to what it had.
        if (_gradFn is not null)
            _replaced = new ReplacedData(DataGeneration + 1, UntypedStorage, Layout, Offset, _replaced);
    }

    private protected ReplacedData DataOf(int generation)
    {
        var replaced = _replaced!;
        while (replaced.Generation > generation + 1)
            replaced = replaced.Earlier!;
        return replaced;
    }
}

public sealed partial class Tensor<T>
{
    /// <summary>
    /// The values behind autograd's back (PyTorch's <c>data</c>). Reading gives an alias without history that counts its own writes: autograd
    /// does not see them, and gradients that need the old values are silently wrong. Setting gives this tensor the memory of another one:
    /// gradients of steps that have saved this leaf are computed from the new values, those that have saved a result of an operator from its own.
    /// </summary>
    /// <remarks>Use <see cref="Detach"/>, whose writes autograd sees, or write inside <see cref="Autograd.NoGrad"/>.</remarks>
    /// <exception cref="AutogradException">The other tensor has another element type.</exception>
    public new Tensor<T> Data
    {
        get
        {
            Storage.IsShared = true;
            return new Tensor<T>(Storage, Layout, Offset, new VersionCounter());
        }

        set
        {
            ArgumentNullException.ThrowIfNull(value);
            if (!value.Layout.SameSizes(Layout))
                _accumulator = null;
            NoteReplacedData();
            if (VersionCounter is Storage)
                VersionCounter = VersionCounter.Succeed();
            value.Storage.IsShared = true;
            (Storage, Layout, Offset) = (value.Storage, value.Layout, value.Offset);
        }
    }

    private protected override Tensor UntypedData
    {
        get => Data;
        set => Data = value switch
        {
            Tensor<T> typed => typed,
            { DType: var other } when RequiresGrad && !other.IsFloatingPoint() => throw new AutogradException(
                $"data set to a tensor that requires gradients must be floating point or complex dtype, and not {other}. Convert it with To<{DType}>()."),
            { DType: var other } => throw new AutogradException(
                $"Attempted to call `variable.set_data(tensor)`, but `variable` and `tensor` have incompatible tensor type: {DType} and {other}. Convert the values with To<T>()."),
        };
    }

    /// <summary>This tensor with the memory that it had when a step saved it.</summary>
    internal Tensor<T> BeforeDataWasSet(int generation)
    {
        var replaced = DataOf(generation);
        return new Tensor<T>((Storage<T>)replaced.Storage, replaced.Layout, replaced.Offset, VersionCounter) { _gradFn = _gradFn };
    }
}
