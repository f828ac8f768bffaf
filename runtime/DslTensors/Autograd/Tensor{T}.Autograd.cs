namespace DslTensors;

public sealed partial class Tensor<T>
{
    private Tensor<T>? _grad;
    private AccumulateGrad<T>? _accumulator;

    /// <summary>The gradient that backward has collected; <see langword="null"/> before the first one and after <c>ZeroGrad()</c>.</summary>
    public new Tensor<T>? Grad
    {
        get => _grad;
        set
        {
            if (value is not null && !value.Layout.SameSizes(Layout))
                throw new AutogradException($"assigned grad has data of a different size: {value.Shape} for a tensor of shape {Shape}. A gradient has its tensor's shape.");
            _grad = value;
        }
    }

    /// <summary>Sets the gradient if there is none, whatever other threads do.</summary>
    /// <returns>Whether it was set.</returns>
    internal bool TryStartGrad(Tensor<T> gradient) => Interlocked.CompareExchange(ref _grad, gradient, null) is null;

    private protected override Tensor? UntypedGrad
    {
        get => Grad;
        set => Grad = value switch
        {
            null => null,
            Tensor<T> typed => typed,
            _ => throw new AutogradException($"assigned grad has data of a different type: {value.DType} for a tensor of {DType}. Convert it with To<T>()."),
        };
    }

    private protected override Node Accumulator => _accumulator ?? Interlocked.CompareExchange(ref _accumulator, new AccumulateGrad<T>(this), null) ?? _accumulator;

    /// <summary>
    /// The same values without their history (PyTorch's <c>detach</c>): memory and version counter are shared, gradients don't flow.
    /// </summary>
    public Tensor<T> Detach() => Alias(Layout, Offset);

    /// <summary>Another tensor in the same place of the graph, over the same memory or a copy of it.</summary>
    internal Tensor<T> WithSameHistory(bool copies)
    {
        var other = Alias(Layout, Offset);
        if (copies)
        {
            other = Allocate(Device, Layout.ToContiguous());
            TensorCopy.Run(this, other);
        }

        other._gradFn = GradFn;
        return other;
    }

    /// <summary>The same memory with a given history.</summary>
    internal Tensor<T> WithHistory(Node? history)
    {
        var other = Alias(Layout, Offset);
        other._gradFn = history;
        return other;
    }

    internal override Tensor OneLike() => Operators.FilledTensor.Of<T>(Layout.Sizes, 1, Device);
}
