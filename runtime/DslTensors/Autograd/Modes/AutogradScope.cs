namespace DslTensors;

/// <summary>Restores the modes of autograd when disposed.</summary>
public sealed class AutogradScope : IDisposable
{
    private readonly ModeFlags _before;
    private readonly FlowChange? _change;
    private int _isDisposed;

    internal AutogradScope(ModeFlags before, FlowChange? change) => (_before, _change) = (before, change);

    /// <summary>Restores what was in force when the scope was opened.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
            return;
        if (_change is null)
            AutogradModes.RestoreInPass(_before);
        else
            AutogradModes.Restore(_before, _change);
    }
}
