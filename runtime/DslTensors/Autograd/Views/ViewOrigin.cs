namespace DslTensors;

/// <summary>What a view knows of the tensor that it shows a part of: enough to follow in-place writes to it.</summary>
/// <param name="viewed">The tensor that owns the memory's history: never a view itself.</param>
/// <param name="version">The version that the view's own history belongs to.</param>
/// <param name="kind">How the view was made.</param>
internal sealed class ViewOrigin(Tensor viewed, int version, ViewKind kind)
{
    private int _version = version;

    public Tensor Base { get; } = viewed;

    public ViewKind Kind { get; private set; } = kind;

    /// <summary>The operator that returned several views, and which of them this is.</summary>
    public (string Name, int Output)? Step { get; private set; }

    public int Version
    {
        get => Volatile.Read(ref _version);
        set => Volatile.Write(ref _version, value);
    }

    /// <summary>How a view that is taken now of this view, or of a tensor that is none, is made.</summary>
    public static ViewKind KindOfNext(ViewOrigin? parent)
    {
        if (parent is { Kind: not ViewKind.Recorded })
            return parent.Kind;
        var modes = AutogradModes.Current;
        return (modes & ModeFlags.Inference) != 0 ? ViewKind.OfInferenceMode
            : (modes & ModeFlags.NoGrad) != 0 ? ViewKind.OfNoGradMode
            : ViewKind.Recorded;
    }

    /// <summary>Marks this as one of several views that an operator returned.</summary>
    public void MarkOneOfSeveral(string step, int output)
    {
        Step = (step, output);
        if (Kind == ViewKind.Recorded)
            Kind = ViewKind.OneOfSeveral;
    }

    /// <summary>Fails if the view was made in a way in which its history can't follow writes.</summary>
    /// <param name="history">The step that made the view, if it was recorded.</param>
    /// <param name="what">What was or is to be written.</param>
    /// <exception cref="AutogradException">The view is one of several, or was made in another mode.</exception>
    public void CheckFollowsWrites(Node? history, string what)
    {
        if (Kind == ViewKind.Recorded)
            return;
        var name = Step?.Name ?? history?.Name;
        var output = Step?.Output ?? 0;
        var ofSeveral = "This view is the output of a function that returns multiple views. Such functions do not allow the output views to be modified inplace. " +
            "You should replace the inplace operation by an out-of-place one.";
        if (Kind == ViewKind.OneOfSeveral)
        {
            throw new AutogradException(history is null
                ? $"A view was created in no_grad mode and {what} modified inplace with grad mode enabled. {ofSeveral}"
                : $"Output {output} of {name} is a view and {what} modified inplace. {ofSeveral}");
        }

        var (mode, block, where) = Kind == ViewKind.OfInferenceMode ? ("inference mode", "inference_mode", "in normal mode") : ("no_grad mode", "no_grad", "with grad mode enabled");
        var view = history is null ? "A view was created in" : $"Output {output} of {name} is a view of a view which was created in";
        throw new AutogradException(
            $"{view} {mode} and {what} modified inplace {where}. Given that this use case is ambiguous and error-prone, it is forbidden. " +
            $"You can clarify your code by moving both the view and the inplace either both inside the {block} block (if you don't want the inplace to be tracked) " +
            "or both outside (if you want the inplace to be tracked).");
    }
}

/// <summary>How a view was made, which decides whether its history follows in-place writes.</summary>
internal enum ViewKind : byte
{
    /// <summary>By an operator that records: it follows.</summary>
    Recorded,

    /// <summary>Inside <see cref="Autograd.NoGrad"/>.</summary>
    OfNoGradMode,

    /// <summary>Inside <see cref="Autograd.InferenceMode"/>.</summary>
    OfInferenceMode,

    /// <summary>With others by one operator.</summary>
    OneOfSeveral,
}
