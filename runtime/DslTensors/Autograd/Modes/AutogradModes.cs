namespace DslTensors;

/// <summary>
/// The modes of autograd: local to a thread and to the async flow that set them. A backward pass, which never leaves its thread, has modes
/// of its own.
/// </summary>
internal static class AutogradModes
{
    private static readonly AsyncLocal<ModeFlags> s_flow = new();
    private static int s_scopes;

    [ThreadStatic]
    private static ModeFlags t_pass;

    [ThreadStatic]
    private static FlowChange? t_lastChange;

    // Reading an AsyncLocal costs as much as a small operator: it is skipped while no scope exists anywhere.
    public static ModeFlags Current => t_pass != 0 ? t_pass : Volatile.Read(ref s_scopes) == 0 ? ModeFlags.None : s_flow.Value;

    /// <summary>Whether operators record what they compute.</summary>
    public static bool Record => (Current & (ModeFlags.NoGrad | ModeFlags.Inference)) == 0;

    /// <summary>Changes modes until the scope is disposed.</summary>
    /// <param name="set">Those to turn on.</param>
    /// <param name="cleared">Those to turn off.</param>
    public static AutogradScope Change(ModeFlags set, ModeFlags cleared)
    {
        var isInPass = t_pass != 0;
        var before = isInPass ? t_pass : s_flow.Value;
        var after = (before | set) & ~cleared;
        Interlocked.Increment(ref s_scopes);
        if (!isInPass)
            return new AutogradScope(before, FlowWith(after));
        t_pass = after;
        return new AutogradScope(before, null);
    }

    /// <summary>Ends the change of modes in a backward pass.</summary>
    public static void RestoreInPass(ModeFlags before)
    {
        t_pass = before;
        Interlocked.Decrement(ref s_scopes);
    }

    /// <summary>Ends a change of modes in an async flow.</summary>
    public static void Restore(ModeFlags before, FlowChange change)
    {
        // Where nothing else of the flow has changed since, it is the one of before.
        if (change.Outer is { } outer && ReferenceEquals(ExecutionContext.Capture(), change.Inner))
            ExecutionContext.Restore(outer);
        else
            s_flow.Value = before;
        Interlocked.Decrement(ref s_scopes);
    }

    /// <summary>Begins a backward pass on this thread.</summary>
    /// <returns>What <see cref="LeavePass"/> needs.</returns>
    public static ModeFlags EnterPass(bool records)
    {
        var outer = t_pass;
        t_pass = ModeFlags.IsInPass | (Current & ~ModeFlags.NoGrad) | (records ? ModeFlags.None : ModeFlags.NoGrad);
        return outer;
    }

    public static void LeavePass(ModeFlags outer) => t_pass = outer;

    // Setting an AsyncLocal makes several objects. A loop opens the same scope in the same flow again and again, and gets the flow of
    // the first time.
    private static FlowChange FlowWith(ModeFlags flags)
    {
        if (ExecutionContext.Capture() is not { } outer)
        {
            s_flow.Value = flags;
            return FlowChange.Unknown;
        }

        if (t_lastChange is { } last && ReferenceEquals(last.Outer, outer) && last.Flags == flags)
        {
            ExecutionContext.Restore(last.Inner!);
            return last;
        }

        s_flow.Value = flags;
        return t_lastChange = new FlowChange(outer, ExecutionContext.Capture(), flags);
    }
}

/// <summary>An async flow before and after its modes were changed.</summary>
internal sealed record FlowChange(ExecutionContext? Outer, ExecutionContext? Inner, ModeFlags Flags)
{
    /// <summary>A change whose flow can't be seen.</summary>
    public static readonly FlowChange Unknown = new(null, null, ModeFlags.None);
}

/// <summary>Which modes are on.</summary>
[Flags]
internal enum ModeFlags : byte
{
    /// <summary>Operators record.</summary>
    None = 0,

    /// <summary>Operators record nothing.</summary>
    NoGrad = 1,

    /// <summary>Operators record nothing, and new tensors can't be recorded later.</summary>
    Inference = 2,

    /// <summary>Steps remember where they were recorded.</summary>
    Anomaly = 4,

    /// <summary>Gradients are searched for NaN.</summary>
    NanCheck = 8,

    /// <summary>The modes are those of a backward pass.</summary>
    IsInPass = 128,
}
