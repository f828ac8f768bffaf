using System.Collections;
using System.Globalization;

namespace DslTensors;

/// <summary>
/// Modules in a row under the keys <c>0</c>, <c>1</c>, ... (PyTorch's <c>nn.ModuleList</c>); it can be written as a collection:
/// <c>ModuleList&lt;Block&gt; Blocks { get; } = [new(64), new(64)];</c>
/// </summary>
/// <typeparam name="TModule">The modules.</typeparam>
public class ModuleList<TModule> : Module, IModuleContainer, IReadOnlyList<TModule>
    where TModule : Module
{
    private List<TModule> _modules = [];

    /// <summary>An empty list.</summary>
    public ModuleList()
    {
    }

    /// <summary>A list of modules that exist.</summary>
    public ModuleList(IEnumerable<TModule> modules) => AddRange(modules);

    /// <summary>A list of <paramref name="count"/> modules, created in order.</summary>
    /// <param name="count">How many.</param>
    /// <param name="create">Creates the module of an index.</param>
    public ModuleList(int count, Func<int, TModule> create)
    {
        for (var i = 0; i < count; i++)
            Add(create(i));
    }

    /// <summary>The number of modules.</summary>
    public int Count => _modules.Count;

    /// <summary>The module of an index.</summary>
    public TModule this[int index]
    {
        get => _modules[index];
        set => _modules[index] = NotNull(value);
    }

    /// <summary>Appends a module.</summary>
    public void Add(TModule module) => _modules.Add(NotNull(module));

    /// <summary>Appends modules (PyTorch's <c>extend</c>).</summary>
    public void AddRange(IEnumerable<TModule> modules)
    {
        foreach (var module in modules)
            Add(module);
    }

    /// <summary>Puts a module before the one of an index.</summary>
    public void Insert(int index, TModule module) => _modules.Insert(index, NotNull(module));

    /// <summary>Takes the module of an index out; those behind it move up.</summary>
    public void RemoveAt(int index) => _modules.RemoveAt(index);

    /// <summary>Some of the modules, themselves and not copies, in a list of their own: what <c>blocks[1..3]</c> calls.</summary>
    public ModuleList<TModule> Slice(int start, int length) => new(_modules.GetRange(start, length));

    /// <inheritdoc/>
    public IEnumerator<TModule> GetEnumerator() => _modules.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    protected override IEnumerable<(string Key, Module? Value)> OwnChildren() =>
        _modules.Select(static (module, index) => (index.ToString(CultureInfo.InvariantCulture), (Module?)module));

    /// <inheritdoc/>
    protected override void CopyMembers(ModuleCopier copier)
    {
        base.CopyMembers(copier);
        _modules = _modules.ConvertAll(copier.CopyModule)!;
    }

    /// <inheritdoc/>
    protected override void ConvertInto<TTo>(Module target, ModuleCopier copier)
    {
        base.ConvertInto<TTo>(target, copier);
        var container = (IModuleContainer)target;
        container.Clear();
        foreach (var module in _modules)
            container.AddConverted<TTo>("", module, copier);
    }

    void IModuleContainer.Clear() => _modules = [];

    void IModuleContainer.AddConverted<TTo>(string key, Module child, ModuleCopier copier) => Add(copier.ConvertModule<TModule, TTo>(child));

    private static TModule NotNull(TModule module) => module ?? throw new TensorException("NoneType is not a Module subclass. A list holds modules only.");
}
