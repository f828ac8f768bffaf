namespace DslTensors;

public abstract partial class Module
{
    private ForwardHooks? _hooks;

    /// <summary>The hooks, if any were ever registered.</summary>
    internal ForwardHooks? Hooks => _hooks;

    internal ForwardHooks HooksToAddTo => _hooks ?? Interlocked.CompareExchange(ref _hooks, new ForwardHooks(), null) ?? _hooks;

    /// <summary>Calls a function before each call of the module (PyTorch's <c>register_forward_pre_hook</c>).</summary>
    /// <param name="hook">Gets the module and its input, and returns another input, or <see langword="null"/> to leave it.</param>
    /// <returns>What removes the hook.</returns>
    /// <remarks>
    /// Hooks run when the module is called: by <c>module.Call(x)</c>, by a container, and by other modules, in whose code <c>child.Forward(x)</c>
    /// counts as a call where <c>Forward</c> has one parameter. From outside of modules <c>Forward</c> runs no hooks, as in PyTorch.
    /// </remarks>
    public HookHandle RegisterForwardPreHook(Func<Module, object?, object?> hook)
    {
        ArgumentNullException.ThrowIfNull(hook);
        return HooksToAddTo.AddBefore(hook, isTyped: false);
    }

    /// <summary>Calls a function after each call of the module (PyTorch's <c>register_forward_hook</c>).</summary>
    /// <param name="hook">Gets the module, its input and its output, and returns another output, or <see langword="null"/> to leave it.</param>
    /// <returns>What removes the hook.</returns>
    /// <remarks>
    /// Hooks run when the module is called: by <c>module.Call(x)</c>, by a container, and by other modules, in whose code <c>child.Forward(x)</c>
    /// counts as a call where <c>Forward</c> has one parameter. From outside of modules <c>Forward</c> runs no hooks, as in PyTorch.
    /// </remarks>
    public HookHandle RegisterForwardHook(Func<Module, object?, object?, object?> hook)
    {
        ArgumentNullException.ThrowIfNull(hook);
        return HooksToAddTo.AddAfter(hook, isTyped: false);
    }
}
