using System.Runtime.CompilerServices;

namespace DslTensors;

public abstract partial class Module
{
    /// <summary>All parameters of this module and those below it, each once (PyTorch's <c>parameters</c>).</summary>
    public IEnumerable<Tensor> Parameters() => NamedParameters().Select(static parameter => parameter.Value);

    /// <summary>All parameters with elements of type <typeparamref name="T"/>, each once.</summary>
    public IEnumerable<Tensor<T>> Parameters<T>()
        where T : unmanaged => Parameters().OfType<Tensor<T>>();

    /// <summary>All parameters with their names in the state dict; one that is shared has its first name.</summary>
    public IEnumerable<(string Name, Tensor Value)> NamedParameters() => Distinct(static module => module.OwnAndRegisteredParameters());

    /// <summary>All buffers of this module and those below it, each once, persistent or not (PyTorch's <c>buffers</c>).</summary>
    public IEnumerable<Tensor> Buffers() => NamedBuffers().Select(static buffer => buffer.Value);

    /// <summary>All buffers with their names; one that is shared has its first name.</summary>
    public IEnumerable<(string Name, Tensor Value)> NamedBuffers() =>
        Distinct(static module => module.OwnAndRegisteredBuffers().Select(static buffer => (buffer.Key, buffer.Value)));

    /// <summary>The modules directly below this one, each once.</summary>
    public IEnumerable<Module> Children() => NamedChildren().Select(static child => child.Value);

    /// <summary>The modules directly below this one, with their names.</summary>
    /// <exception cref="TensorException">The modules are nested without end.</exception>
    public IEnumerable<(string Name, Module Value)> NamedChildren()
    {
        // What walks down the tree calls this at each level: a module that contains itself must not end the process.
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw NestedInItself();
        var seen = new HashSet<Module>(ReferenceEqualityComparer.Instance);
        foreach (var (key, child) in OwnChildren())
        {
            if (child is not null && seen.Add(child))
                yield return (key, child);
        }
    }

    /// <summary>This module and all below it, each once; parents come before their children.</summary>
    public IEnumerable<Module> Modules() => NamedModules().Select(static module => module.Value);

    /// <summary>This module, whose name is empty, and all below it with their paths: <c>blocks.0.attention</c>.</summary>
    public IEnumerable<(string Name, Module Value)> NamedModules() => Walk("", new HashSet<Module>(ReferenceEqualityComparer.Instance));

    private IEnumerable<(string Name, Module Value)> Walk(string name, HashSet<Module> seen)
    {
        if (!seen.Add(this))
            yield break;
        yield return (name, this);
        foreach (var (key, child) in NamedChildren())
        {
            foreach (var descendant in child.Walk(Join(name, key), seen))
                yield return descendant;
        }
    }

    private IEnumerable<(string Name, Tensor Value)> Distinct(Func<Module, IEnumerable<(string Key, Tensor Value)>> members)
    {
        var seen = new HashSet<Tensor>(ReferenceEqualityComparer.Instance);
        foreach (var (path, module) in NamedModules())
        {
            foreach (var (key, tensor) in members(module))
            {
                if (seen.Add(tensor))
                    yield return (Join(path, key), tensor);
            }
        }
    }

    /// <summary>The number of elements in the parameters that belong to this module itself, without those that were counted before.</summary>
    internal long OwnParameterCount(HashSet<Tensor> counted) => OwnAndRegisteredParameters().Where(parameter => counted.Add(parameter.Value)).Sum(static parameter => parameter.Value.Count);

    private TensorException NestedInItself() => new(
        $"maximum recursion depth exceeded: {TypeName()} contains itself, by way of its children. " +
        "A property or field that refers back to a parent counts as a child; pass the parent to the methods that need it instead.");

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";
}
