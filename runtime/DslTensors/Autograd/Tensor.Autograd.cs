namespace DslTensors;

public abstract partial class Tensor
{
    private protected Node? _gradFn;
    private protected bool _requiresGrad;

    /// <summary>
    /// Whether gradients flow to this tensor. Set it on leaves: parameters are trained when it is true and frozen when it is false.
    /// </summary>
    /// <exception cref="AutogradException">It is set on the result of an operator, or to true on integers or outside its mode on a tensor of inference mode.</exception>
    public bool RequiresGrad
    {
        get => _requiresGrad || _gradFn is not null || _view is { Kind: ViewKind.Recorded or ViewKind.OneOfSeveral, Base._gradFn: not null };
        set
        {
            if (GradFn is not null)
            {
                throw new AutogradException(
                    "you can only change requires_grad flags of leaf variables. If you want to use a computed variable in a subgraph that doesn't require " +
                    "differentiation use var_no_grad = var.Detach().");
            }

            if (value && !DType.IsFloatingPoint())
                throw new AutogradException($"only Tensors of floating point and complex dtype can require gradients, and this one is {DType}. Convert it with x.To<float>().");
            if (value && IsInference && !Autograd.IsInferenceMode)
                throw new AutogradException("Setting requires_grad=True on inference tensor outside InferenceMode is not allowed. Make a normal tensor of it with x.Clone().");
            _requiresGrad = value;
        }
    }

    /// <summary>The step that computed this tensor; <see langword="null"/> for leaves.</summary>
    /// <exception cref="AutogradException">This is a view that can't follow a write to the tensor that it shows.</exception>
    public Node? GradFn => _view is null ? _gradFn : CurrentHistoryOfView();

    /// <summary>Whether this tensor was made by the user and not by a recorded operator.</summary>
    public bool IsLeaf => GradFn is null;

    /// <summary>Whether the tensor was made inside <see cref="Autograd.InferenceMode"/> (PyTorch's <c>is_inference</c>).</summary>
    public bool IsInference => UntypedStorage.IsInference;

    /// <summary>The gradient that backward has collected; <see langword="null"/> before the first one and after <c>ZeroGrad()</c>.</summary>
    public Tensor? Grad
    {
        get => UntypedGrad;
        set => UntypedGrad = value;
    }

    /// <summary>Where a gradient of this tensor goes: its step, or for leaves the accumulator; <see langword="null"/> if it needs none.</summary>
    public Node? GradEdge => GradFn ?? (_requiresGrad ? Accumulator : null);

    /// <summary>Whether operators on this tensor record.</summary>
    /// <exception cref="AutogradException">This is a view that can't follow a write to the tensor that it shows.</exception>
    internal bool IsTracked => GradFn is not null || _requiresGrad;

    /// <summary>Whether <see cref="IsTracked"/> has to be asked.</summary>
    internal bool MayBeTracked => _requiresGrad | _gradFn is not null | _view is not null;

    /// <summary>The history as it was last asked for.</summary>
    internal Node? LastGradFn => _gradFn;

    private protected abstract Tensor? UntypedGrad { get; set; }

    private protected abstract Node Accumulator { get; }

    /// <summary>Connects a result to the step that computed it, unless its elements are integers; called by generated code.</summary>
    public void SetGradFn(Node node)
    {
        if (!DType.IsFloatingPoint())
            return;
        if (_retainsGrad)
            MoveRetainedGrad(node);
        if (AutogradModes.Current != ModeFlags.None)
            Anomaly.NoteOrigin(node);
        _gradFn = node;
    }

    /// <summary>Fails where an in-place write is not allowed; called by generated code before it.</summary>
    /// <exception cref="AutogradException">The tensor is a leaf that requires gradients, or a view of one, outside <see cref="Autograd.NoGrad"/>.</exception>
    public void CheckInPlace(string operation)
    {
        CheckInference(operation);
        if (MayBeTracked && AutogradModes.Record)
            CheckHistoryInPlace(operation);
        if (Layout.HasInternalOverlap)
        {
            throw new TensorException(
                "unsupported operation: more than one element of the written-to tensor refers to a single memory location. " +
                $"Please Clone() the tensor before performing the operation {operation}.");
        }
    }

    /// <summary>Counts an in-place write; called by generated code after it.</summary>
    public void BumpVersion() => VersionCounter.Bump();

    /// <summary>Fails for tensors that may only be written in inference mode.</summary>
    internal void CheckInference(string operation)
    {
        if (UntypedStorage.IsInference && !Autograd.IsInferenceMode)
        {
            throw new AutogradException(
                "Inplace update to inference tensor outside InferenceMode is not allowed.You can make a clone to get a normal tensor before doing inplace update." +
                $"See https://github.com/pytorch/rfcs/pull/17 for more details. {operation}: write to x.Clone() instead.");
        }
    }

    private void CheckHistoryInPlace(string operation)
    {
        if (_view is { } view && (RequiresGrad || view.Base.RequiresGrad))
        {
            view.CheckFollowsWrites(_gradFn, "is being");
            if (view.Base.IsLeaf)
                throw new AutogradException($"a view of a leaf Variable that requires grad is being used in an in-place operation. {operation}: write inside 'using (Autograd.NoGrad())'.");
        }

        if (_requiresGrad && _gradFn is null)
        {
            throw new AutogradException(
                $"a leaf Variable that requires grad is being used in an in-place operation. {operation}: write inside 'using (Autograd.NoGrad())', or use the form that returns a new tensor.");
        }
    }

}
