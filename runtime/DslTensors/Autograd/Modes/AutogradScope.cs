namespace DslTensors;

/// <summary>Restores the modes of autograd when disposed.</summary>
public sealed class AutogradScope : IDisposable
{
    private readonly ModeFlags _before;
    private readonly bool _isInPass;
    private int _isDisposed;

    internal AutogradScope(ModeFlags before, bool isInPass) => (_before, _isInPass) = (before, isInPass);

    /// <summary>Restores what was in force when the scope was opened.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
            AutogradModes.Restore(_before, _isInPass);
    }
}
