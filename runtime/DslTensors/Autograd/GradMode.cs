namespace DslTensors;

/// <summary>Whether operators record a graph: local to a thread and to the async flow that set it.</summary>
internal static class GradMode
{
    private static readonly AsyncLocal<bool> s_disabled = new();
    private static int s_scopes;

    // Reading an AsyncLocal costs as much as a small operator: it is skipped while no scope exists anywhere.
    public static bool IsEnabled => Volatile.Read(ref s_scopes) == 0 || !s_disabled.Value;

    public static GradModeScope Set(bool enabled)
    {
        Interlocked.Increment(ref s_scopes);
        var scope = new GradModeScope(s_disabled.Value);
        s_disabled.Value = !enabled;
        return scope;
    }

    public static void Restore(bool disabled)
    {
        s_disabled.Value = disabled;
        Interlocked.Decrement(ref s_scopes);
    }
}

/// <summary>Restores the gradient mode when disposed.</summary>
public sealed class GradModeScope : IDisposable
{
    private readonly bool _disabledBefore;
    private int _isDisposed;

    internal GradModeScope(bool disabledBefore) => _disabledBefore = disabledBefore;

    /// <summary>Restores the mode that was in force when the scope was opened.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
            GradMode.Restore(_disabledBefore);
    }
}
