using System.Collections;
using System.Globalization;

namespace DslTensors;

/// <summary>
/// Modules in a row under the keys <c>0</c>, <c>1</c>, ... (PyTorch's <c>nn.ModuleList</c>); it can be written as a collection:
/// <c>ModuleList&lt;Block&gt; Blocks { get; } = [new(64), new(64)];</c>
/// </summary>
/// <typeparam name="TModule">The modules.</typeparam>
public class ModuleList<TModule> : Module, IReadOnlyList<TModule>
    where TModule : Module
{
    private readonly List<TModule> _modules = [];

    /// <summary>An empty list.</summary>
    public ModuleList()
    {
    }

    /// <summary>A list of modules that exist.</summary>
    public ModuleList(IEnumerable<TModule> modules) => _modules.AddRange(modules);

    /// <summary>A list of <paramref name="count"/> modules, created in order.</summary>
    /// <param name="count">How many.</param>
    /// <param name="create">Creates the module of an index.</param>
    public ModuleList(int count, Func<int, TModule> create)
    {
        for (var i = 0; i < count; i++)
            _modules.Add(create(i));
    }

    /// <summary>The number of modules.</summary>
    public int Count => _modules.Count;

    /// <summary>The module of an index.</summary>
    public TModule this[int index]
    {
        get => _modules[index];
        set => _modules[index] = value;
    }

    /// <summary>Appends a module.</summary>
    public void Add(TModule module) => _modules.Add(module);

    /// <inheritdoc/>
    public IEnumerator<TModule> GetEnumerator() => _modules.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    protected override IEnumerable<(string Key, Module? Value)> OwnChildren() =>
        _modules.Select(static (module, index) => (index.ToString(CultureInfo.InvariantCulture), (Module?)module));
}
