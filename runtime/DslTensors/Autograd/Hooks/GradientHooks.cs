namespace DslTensors;

/// <summary>What is called with a gradient that a step has received, before the step runs, in the order of registration.</summary>
internal sealed class GradientHooks
{
    private readonly Lock _gate = new();
    private Func<Tensor, Tensor?>[] _hooks = [];

    public void Add(Func<Tensor, Tensor?> hook)
    {
        lock (_gate)
            _hooks = [.. _hooks, hook];
    }

    public void Remove(Func<Tensor, Tensor?> hook)
    {
        lock (_gate)
            _hooks = [.. _hooks.Where(other => !ReferenceEquals(other, hook))];
    }

    /// <summary>Calls all; each may put another gradient in the place of the one that it gets.</summary>
    /// <exception cref="AutogradException">A hook has returned a gradient of another type or shape.</exception>
    public Tensor<T> Run<T>(Tensor<T> gradient)
        where T : unmanaged
    {
        foreach (var hook in Volatile.Read(ref _hooks))
        {
            // Whoever gets the gradient may keep it.
            gradient.Storage.IsShared = true;
            if (hook(gradient) is not { } replacement)
                continue;
            replacement.UntypedStorage.IsShared = true;
            if (replacement is not Tensor<T> typed)
                throw new AutogradException($"hook has changed the type of value (was {gradient.DType} got {replacement.DType}). A hook returns a gradient of the type that it gets.");
            if (!typed.Layout.SameSizes(gradient.Layout))
                throw new AutogradException($"hook has changed the size of value: from {gradient.Shape} to {typed.Shape}. A hook returns a gradient of the shape that it gets.");
            gradient = typed;
        }

        return gradient;
    }
}
