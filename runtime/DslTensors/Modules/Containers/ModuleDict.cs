using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace DslTensors;

/// <summary>
/// Modules by name, in the order in which they were added (PyTorch's <c>nn.ModuleDict</c>): <c>ModuleDict&lt;Linear&gt; Heads { get; } = new() {
/// ["start"] = new(64, 1), ["end"] = new(64, 1) };</c>
/// </summary>
/// <typeparam name="TModule">The modules.</typeparam>
public class ModuleDict<TModule> : Module, IModuleContainer, IReadOnlyDictionary<string, TModule>
    where TModule : Module
{
    private OrderedDictionary<string, TModule> _modules = new(StringComparer.Ordinal);

    /// <summary>An empty dictionary.</summary>
    public ModuleDict()
    {
    }

    /// <summary>A dictionary of modules that exist.</summary>
    public ModuleDict(IEnumerable<KeyValuePair<string, TModule>> modules)
    {
        foreach (var (key, module) in modules)
            Add(key, module);
    }

    /// <summary>The number of modules.</summary>
    public int Count => _modules.Count;

    /// <summary>The names, in order.</summary>
    public IEnumerable<string> Keys => _modules.Keys;

    /// <summary>The modules, in order.</summary>
    public IEnumerable<TModule> Values => _modules.Values;

    /// <summary>The module of a name; setting one that exists keeps its place.</summary>
    /// <exception cref="KeyNotFoundException">There is no module of that name.</exception>
    public TModule this[string key]
    {
        get => _modules.TryGetValue(key, out var module)
            ? module
            : throw new KeyNotFoundException($"'{key}' is no key of this ModuleDict, whose keys are {string.Join(", ", _modules.Keys)}.");
        set => _modules[Checked(key)] = NotNull(value);
    }

    /// <summary>Adds a module.</summary>
    /// <exception cref="TensorException">The name is empty, contains a dot, or is taken.</exception>
    public void Add(string key, TModule module)
    {
        if (!_modules.TryAdd(Checked(key), NotNull(module)))
            throw new TensorException($"attribute '{key}' already exists in {GetType().Name.Split('`')[0]}. Use dict[\"{key}\"] = module to replace it.");
    }

    /// <summary>Takes a module out.</summary>
    /// <returns>Whether there was one of that name.</returns>
    public bool Remove(string key) => _modules.Remove(key);

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _modules.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out TModule value) => _modules.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, TModule>> GetEnumerator() => _modules.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    protected override IEnumerable<(string Key, Module? Value)> OwnChildren() => _modules.Select(static entry => (entry.Key, (Module?)entry.Value));

    /// <inheritdoc/>
    protected override void CopyMembers(ModuleCopier copier)
    {
        base.CopyMembers(copier);
        _modules = new(_modules.Select(entry => KeyValuePair.Create(entry.Key, copier.CopyModule(entry.Value))), StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    protected override void ConvertInto<TTo>(Module target, ModuleCopier copier)
    {
        base.ConvertInto<TTo>(target, copier);
        var container = (IModuleContainer)target;
        container.Clear();
        foreach (var (key, module) in _modules)
            container.AddConverted<TTo>(key, module, copier);
    }

    void IModuleContainer.Clear() => _modules = new(StringComparer.Ordinal);

    void IModuleContainer.AddConverted<TTo>(string key, Module child, ModuleCopier copier) => Add(key, copier.ConvertModule<TModule, TTo>(child));

    private static string Checked(string key) => ModuleName.Check("module", key);

    private static TModule NotNull(TModule module) => module ?? throw new TensorException("NoneType is not a Module subclass. A dictionary holds modules only.");
}
