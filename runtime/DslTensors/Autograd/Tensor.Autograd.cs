namespace DslTensors;

public abstract partial class Tensor
{
    private protected Node? _gradFn;
    private protected bool _requiresGrad;

    /// <summary>The tensor that this one is a view of, as operators see views; detached aliases have none.</summary>
    internal Tensor? ViewBase { get; private protected set; }

    private protected Node? _viewedHistory;

    /// <summary>Whether operators on this tensor record, checked for views whose base has got another history since.</summary>
    /// <exception cref="AutogradException">The base was written in place by a recorded operator after the view was taken.</exception>
    internal bool IsTracked
    {
        get
        {
            if (ViewBase is { } viewed && !ReferenceEquals(viewed._gradFn, _viewedHistory))
            {
                throw new AutogradException(
                    $"a view of shape {Shape} was taken before its base of shape {viewed.Shape} was written in place, and does not know of that write. " +
                    "Take the view again after the in-place operator, or use the form that returns a new tensor.");
            }

            return RequiresGrad;
        }
    }

    /// <summary>
    /// Whether gradients flow to this tensor. Set it on leaves: parameters are trained when it is true and frozen when it is false.
    /// </summary>
    /// <exception cref="AutogradException">It is set on the result of an operator, or to true on integers.</exception>
    public bool RequiresGrad
    {
        get => _requiresGrad || _gradFn is not null;
        set
        {
            if (_gradFn is not null)
            {
                throw new AutogradException(
                    "you can only change requires_grad flags of leaf variables. If you want to use a computed variable in a subgraph that doesn't require " +
                    "differentiation use var_no_grad = var.Detach().");
            }

            if (value && !DType.IsFloatingPoint())
                throw new AutogradException($"only Tensors of floating point and complex dtype can require gradients, and this one is {DType}. Convert it with x.To<float>().");
            _requiresGrad = value;
        }
    }

    /// <summary>The step that computed this tensor; <see langword="null"/> for leaves.</summary>
    public Node? GradFn => _gradFn;

    /// <summary>Whether this tensor was made by the user and not by a recorded operator.</summary>
    public bool IsLeaf => _gradFn is null;

    /// <summary>The gradient that backward has collected; <see langword="null"/> before the first one and after <c>ZeroGrad()</c>.</summary>
    public Tensor? Grad
    {
        get => UntypedGrad;
        set => UntypedGrad = value;
    }

    /// <summary>Where a gradient of this tensor goes: its step, or for leaves the accumulator; <see langword="null"/> if it needs none.</summary>
    public Node? GradEdge => _gradFn ?? (_requiresGrad ? Accumulator : null);

    private protected abstract Tensor? UntypedGrad { get; set; }

    private protected abstract Node Accumulator { get; }

    /// <summary>Connects a result to the step that computed it, unless its elements are integers; called by generated code.</summary>
    public void SetGradFn(Node node)
    {
        if (DType.IsFloatingPoint())
            _gradFn = node;
    }

    /// <summary>Notes an in-place write; called by generated code.</summary>
    /// <exception cref="AutogradException">The tensor is a leaf that requires gradients, outside <see cref="Autograd.NoGrad"/>.</exception>
    public void CheckInPlace(string operation)
    {
        if (_requiresGrad && _gradFn is null && GradMode.IsEnabled)
        {
            throw new AutogradException(
                $"a leaf Variable that requires grad is being used in an in-place operation. {operation}: write inside 'using (Autograd.NoGrad())', or use the form that returns a new tensor.");
        }

        if (ViewBase is { RequiresGrad: true } && GradMode.IsEnabled)
        {
            throw new AutogradException(ViewBase.IsLeaf
                ? $"a view of a leaf Variable that requires grad is being used in an in-place operation. {operation}: write inside 'using (Autograd.NoGrad())'."
                : $"{operation}: a view of a tensor that is part of a graph can't be written in place. Use the form that returns a new tensor, or write inside 'using (Autograd.NoGrad())'.");
        }

        if (Layout.HasInternalOverlap)
        {
            throw new TensorException(
                "unsupported operation: more than one element of the written-to tensor refers to a single memory location. " +
                $"Please Clone() the tensor before performing the operation {operation}.");
        }
    }

    /// <summary>Counts an in-place write; called by generated code after it.</summary>
    public void BumpVersion() => VersionCounter.Bump();

    /// <summary>Computes the gradients of all leaves that this tensor was made from, and adds them to their <see cref="Grad"/>.</summary>
    /// <param name="gradient">The gradient of the outcome by this tensor; may be left out for a single element, where it is 1.</param>
    /// <param name="retainGraph">Keep what was saved, so that backward can run once more. By default as <paramref name="createGraph"/>.</param>
    /// <param name="createGraph">Record the computation of the gradients, for higher derivatives.</param>
    /// <exception cref="AutogradException">There is no graph, or it was released, or a saved value was changed, or the tensor is no scalar.</exception>
    public void Backward(Tensor? gradient = null, bool? retainGraph = null, bool createGraph = false)
    {
        if (!IsTracked || GradEdge is not { } root)
        {
            throw new AutogradException(
                "element 0 of tensors does not require grad and does not have a grad_fn. " +
                "Backward needs a result computed from tensors with RequiresGrad = true, outside NoGrad and not through Detach().");
        }

        if (gradient is null && Layout.Count != 1)
            throw new AutogradException($"grad can be implicitly created only for scalar outputs, and the shape is {Shape}. Reduce it first, e.g. with Sum(), or pass a gradient of that shape.");
        if (gradient is not null && !gradient.Layout.SameSizes(Layout))
            throw new AutogradException($"Mismatch in shape: grad_output[0] has a shape of {gradient.Shape} and output[0] has a shape of {Shape}. They must be equal.");
        if (gradient is not null)
            gradient.UntypedStorage.IsShared = true;
        BackwardPass.Run(root, gradient ?? OneLike(), retainGraph ?? createGraph, createGraph);
        GC.KeepAlive(this);
    }

    private protected abstract Tensor OneLike();
}
