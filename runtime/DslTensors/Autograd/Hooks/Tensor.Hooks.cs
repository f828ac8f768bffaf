namespace DslTensors;

public abstract partial class Tensor
{
    private bool _retainsGrad;
    private Func<Tensor, Tensor?>? _retainedGradHook;

    /// <summary>Whether backward stores the gradient of this tensor although it is no leaf.</summary>
    public bool RetainsGrad => _retainsGrad;

    /// <summary>Has backward store the gradient of this result of an operator in <see cref="Grad"/>, as it does for leaves (PyTorch's <c>retain_grad</c>).</summary>
    /// <exception cref="AutogradException">The tensor does not require gradients.</exception>
    public void RetainGrad()
    {
        if (!IsTracked)
            throw new AutogradException("can't retain_grad on Tensor that has requires_grad=False. Only tensors computed from ones with RequiresGrad = true receive gradients.");
        if (_retainsGrad || GradFn is not { } node)
            return;
        _retainedGradHook = RetainedGradHook(new WeakReference<Tensor>(this));
        _retainsGrad = true;
        HooksOf(node).Add(_retainedGradHook);
    }

    /// <summary>Calls a function with each gradient of this tensor that backward computes (PyTorch's <c>register_hook</c>).</summary>
    /// <param name="hook">Gets the gradient, and returns another one to go on with, or <see langword="null"/>. Hooks run in the order of registration.</param>
    /// <returns>What removes the hook.</returns>
    /// <remarks>The hook belongs to the value that the tensor has now: after an in-place write it still gets the gradient of the old one.</remarks>
    /// <exception cref="AutogradException">The tensor does not require gradients.</exception>
    public HookHandle RegisterHook(Func<Tensor, Tensor?> hook)
    {
        ArgumentNullException.ThrowIfNull(hook);
        if (!IsTracked || GradEdge is not { } node)
            throw new AutogradException("cannot register a hook on a tensor that doesn't require gradient. Only tensors with RequiresGrad = true, and those computed from them, receive gradients.");
        var hooks = HooksOf(node);

        // The same function may be registered twice, and each handle removes its own.
        Func<Tensor, Tensor?> entry = gradient => hook(gradient);
        hooks.Add(entry);
        return new HookHandle(() => hooks.Remove(entry));
    }

    /// <summary>A retained gradient is that of the tensor's present value, whatever step made it.</summary>
    private void MoveRetainedGrad(Node node)
    {
        _gradFn?.Hooks?.Remove(_retainedGradHook!);
        HooksOf(node).Add(_retainedGradHook!);
    }

    private static GradientHooks HooksOf(Node node) => node.Hooks ?? Interlocked.CompareExchange(ref node.Hooks, new GradientHooks(), null) ?? node.Hooks!;

    // The graph must not keep the tensor alive: a gradient that nobody can read need not be stored.
    private static Func<Tensor, Tensor?> RetainedGradHook(WeakReference<Tensor> retaining) => gradient =>
    {
        if (retaining.TryGetTarget(out var tensor))
            tensor.AddToGrad(gradient);
        return null;
    };

    private protected abstract void AddToGrad(Tensor gradient);
}

public sealed partial class Tensor<T>
{
    /// <inheritdoc cref="Tensor.RegisterHook(Func{Tensor, Tensor?})"/>
    public HookHandle RegisterHook(Func<Tensor<T>, Tensor<T>?> hook)
    {
        ArgumentNullException.ThrowIfNull(hook);
        return RegisterHook((Tensor gradient) => (Tensor?)hook((Tensor<T>)gradient));
    }

    /// <summary>Calls an action with each gradient of this tensor that backward computes, and leaves the gradient as it is.</summary>
    /// <inheritdoc cref="Tensor.RegisterHook(Func{Tensor, Tensor?})"/>
    public HookHandle RegisterHook(Action<Tensor<T>> hook)
    {
        ArgumentNullException.ThrowIfNull(hook);
        return RegisterHook((Tensor gradient) =>
        {
            hook((Tensor<T>)gradient);
            return (Tensor?)null;
        });
    }

    /// <summary>Calls an action with this leaf each time backward has added to its <see cref="Grad"/>, e.g. to step an optimizer at once.</summary>
    /// <param name="hook">The action.</param>
    /// <returns>What removes it.</returns>
    /// <exception cref="AutogradException">The tensor is no leaf that requires gradients.</exception>
    public HookHandle RegisterPostAccumulateGradHook(Action<Tensor<T>> hook)
    {
        ArgumentNullException.ThrowIfNull(hook);
        if (GradEdge is not AccumulateGrad<T> accumulator)
        {
            throw new AutogradException(RequiresGrad
                ? "post accumulate grad hooks cannot be registered on non-leaf tensors. Use RegisterHook, which gets the gradient itself."
                : "cannot register a hook on a tensor that doesn't require gradient. Set RequiresGrad = true first.");
        }

        return accumulator.AddAfterwards(hook);
    }

    private protected override void AddToGrad(Tensor gradient)
    {
        lock (this)
            Grad = Grad is { } sum ? GradientSum.Add(sum, (Tensor<T>)gradient, mayReuse: false) : ((Tensor<T>)gradient).Clone();
    }
}
