namespace DslTensors;

/// <summary>Restores the modes of modules and of gradients when disposed.</summary>
public sealed class InferenceScope : IDisposable
{
    private readonly AutogradScope _gradients = Autograd.NoGrad();
    private IReadOnlyList<(Module Module, bool Training)>? _modes;

    internal InferenceScope(IReadOnlyList<(Module Module, bool Training)> modes) => _modes = modes;

    /// <summary>Restores what was in force when the scope was opened.</summary>
    public void Dispose()
    {
        foreach (var (module, training) in Interlocked.Exchange(ref _modes, null) ?? [])
            module.RestoreTraining(training);
        _gradients.Dispose();
    }
}
