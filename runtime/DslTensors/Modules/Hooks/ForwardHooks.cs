namespace DslTensors;

/// <summary>The functions that run around a module's <c>Forward</c>, in the order of their registration.</summary>
internal sealed class ForwardHooks
{
    private readonly Lock _gate = new();
    private (Func<Module, object?, object?> Run, bool IsTyped)[] _before = [];
    private (Func<Module, object?, object?, object?> Run, bool IsTyped)[] _after = [];
    private IBackwardHook[] _backward = [];

    /// <param name="hook">What runs before the module.</param>
    /// <param name="isTyped">Whether it takes inputs of one type only.</param>
    public HookHandle AddBefore(Func<Module, object?, object?> hook, bool isTyped) => Add((hook, isTyped), static hooks => ref hooks._before);

    /// <param name="hook">What runs after the module.</param>
    /// <param name="isTyped">Whether it takes inputs and outputs of one type only.</param>
    public HookHandle AddAfter(Func<Module, object?, object?, object?> hook, bool isTyped) => Add((hook, isTyped), static hooks => ref hooks._after);

    public HookHandle AddBackward(IBackwardHook hook) => Add(hook, static hooks => ref hooks._backward);

    /// <summary>The same hooks for another module; a handle takes them from the first one only.</summary>
    public ForwardHooks Copy() => new() { _before = _before, _after = _after, _backward = _backward };

    /// <summary>The hooks that fit a module with other elements.</summary>
    public ForwardHooks CopyUntyped() => new() { _before = [.. _before.Where(static hook => !hook.IsTyped)], _after = [.. _after.Where(static hook => !hook.IsTyped)] };

    public TOut Run<TIn, TOut>(Module module, IForward<TIn, TOut> forward, TIn input)
    {
        foreach (var hook in Volatile.Read(ref _before))
            input = hook.Run(module, input) is { } replacement ? Fitting<TIn>(module, replacement, "input") : input;
        var watches = Array.ConvertAll(Volatile.Read(ref _backward), hook => hook.Watch(module));
        foreach (var watch in watches)
            input = (TIn)watch.Input(input!);
        var output = forward.Forward(input);
        foreach (var hook in Volatile.Read(ref _after))
            output = hook.Run(module, input, output) is { } replacement ? Fitting<TOut>(module, replacement, "output") : output;
        foreach (var watch in watches)
            output = (TOut)watch.Output(output!);
        return output;
    }

    private delegate ref THook[] HookArray<THook>(ForwardHooks hooks);

    private HookHandle Add<THook>(THook hook, HookArray<THook> of)
    {
        // The same function may be registered twice, and each handle removes one of the two.
        lock (_gate)
            of(this) = [.. of(this), hook];
        return new HookHandle(() =>
        {
            lock (_gate)
            {
                var remaining = of(this).ToList();
                remaining.Remove(hook);
                of(this) = [.. remaining];
            }
        });
    }

    private static TValue Fitting<TValue>(Module module, object replacement, string what) => replacement is TValue value ? value : throw new TensorException(
        $"hook has changed the type of value: a hook of {module.GetType().Name} returned a {replacement.GetType().Name} as its {what}, which is a {typeof(TValue).Name}. Return null to leave it as it is.");
}
