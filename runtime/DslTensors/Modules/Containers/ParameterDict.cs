using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace DslTensors;

/// <summary>
/// Parameters by name, in the order in which they were added (PyTorch's <c>nn.ParameterDict</c>): <c>ParameterDict&lt;float&gt; Scales { get; } =
/// new() { ["left"] = Init.Ones(8), ["right"] = Init.Ones(8) };</c>
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
public class ParameterDict<T> : Module, IReadOnlyDictionary<string, Tensor<T>>
    where T : unmanaged
{
    private OrderedDictionary<string, Tensor<T>> _parameters = new(StringComparer.Ordinal);

    /// <summary>An empty dictionary.</summary>
    public ParameterDict()
    {
    }

    /// <summary>A dictionary of tensors, which require gradients from here on.</summary>
    /// <exception cref="AutogradException">One of them is the result of a recorded operator, or holds integers.</exception>
    public ParameterDict(IEnumerable<KeyValuePair<string, Tensor<T>>> parameters)
    {
        foreach (var (key, parameter) in parameters)
            Add(key, parameter);
    }

    /// <summary>The number of parameters.</summary>
    public int Count => _parameters.Count;

    /// <summary>The names, in order.</summary>
    public IEnumerable<string> Keys => _parameters.Keys;

    /// <summary>The parameters, in order.</summary>
    public IEnumerable<Tensor<T>> Values => _parameters.Values;

    /// <summary>The parameter of a name; setting one that exists keeps its place.</summary>
    /// <exception cref="KeyNotFoundException">There is no parameter of that name.</exception>
    public Tensor<T> this[string key]
    {
        get => _parameters.TryGetValue(key, out var parameter)
            ? parameter
            : throw new KeyNotFoundException($"'{key}' is no key of this ParameterDict, whose keys are {string.Join(", ", _parameters.Keys)}.");
        set => _parameters[ModuleName.Check("parameter", key)] = AsParameter(value, key) ?? throw NotATensor(key);
    }

    /// <summary>Adds a tensor, which requires gradients from here on.</summary>
    /// <exception cref="TensorException">The name is empty, contains a dot, or is taken; or the tensor can't be a parameter.</exception>
    public void Add(string key, Tensor<T> parameter)
    {
        if (!_parameters.TryAdd(ModuleName.Check("parameter", key), AsParameter(parameter, key) ?? throw NotATensor(key)))
            throw new TensorException($"attribute '{key}' already exists in ParameterDict. Use dict[\"{key}\"] = tensor to replace it.");
    }

    /// <summary>Takes a parameter out.</summary>
    /// <returns>Whether there was one of that name.</returns>
    public bool Remove(string key) => _parameters.Remove(key);

    /// <summary>A dictionary of parameters with other elements and the same values.</summary>
    public ParameterDict<TTo> To<TTo>()
        where TTo : unmanaged, IFloatingPointIeee754<TTo> => ModuleCopier.Convert<ParameterDict<TTo>, TTo>(this);

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _parameters.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out Tensor<T> value) => _parameters.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, Tensor<T>>> GetEnumerator() => _parameters.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    protected override IEnumerable<(string Key, Tensor? Value)> OwnParameters() => _parameters.Select(static entry => (entry.Key, (Tensor?)entry.Value));

    /// <inheritdoc/>
    protected override string ExtraRepr() => ParameterText.Of(OwnParameters());

    /// <inheritdoc/>
    protected override void CopyMembers(ModuleCopier copier)
    {
        base.CopyMembers(copier);
        _parameters = Each(_parameters, copier.CopyTensor!);
    }

    /// <inheritdoc/>
    protected override Module? CreateConverted<TTo>() => new ParameterDict<TTo>();

    /// <inheritdoc/>
    protected override void ConvertInto<TTo>(Module target, ModuleCopier copier)
    {
        base.ConvertInto<TTo>(target, copier);
        foreach (var (key, parameter) in _parameters)
            ((ParameterDict<TTo>)target)._parameters.Add(key, copier.ConvertElements<TTo>(parameter));
    }

    private static TensorException NotATensor(string key) => new($"cannot assign 'NoneType' object to parameter '{key}'. A dictionary holds tensors only; leave the entry out.");
}
