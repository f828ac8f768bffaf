using System.Runtime.CompilerServices;
using ILGPU.Runtime;

namespace DslTensors;

/// <summary>A kernel, compiled once for each device that it is launched on; generated launchers have one.</summary>
/// <typeparam name="TLauncher">What starts it.</typeparam>
/// <param name="load">Compiles it for a device.</param>
public sealed class KernelLauncher<TLauncher>(Func<Accelerator, TLauncher> load)
    where TLauncher : Delegate
{
    private readonly ConditionalWeakTable<Accelerator, TLauncher> _compiled = [];
    private readonly Lock _compiling = new();

    /// <summary>What starts the kernel on a device.</summary>
    public TLauncher For(Accelerator accelerator)
    {
        if (_compiled.TryGetValue(accelerator, out var known))
            return known;
        lock (_compiling)
            return _compiled.GetValue(accelerator, load.Invoke);
    }
}
