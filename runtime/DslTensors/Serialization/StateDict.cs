using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace DslTensors;

/// <summary>
/// Tensors by name, in the order of insertion: what a module's parameters and buffers are saved as (PyTorch's <c>state_dict()</c>).
/// </summary>
public sealed partial class StateDict : IReadOnlyDictionary<string, Tensor>
{
    private readonly OrderedDictionary<string, Tensor> _tensors = new(StringComparer.Ordinal);

    /// <summary>Texts that are saved along with the tensors, for example where a checkpoint comes from.</summary>
    public IDictionary<string, string> Metadata { get; } = new OrderedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The number of tensors.</summary>
    public int Count => _tensors.Count;

    /// <summary>The names, in order.</summary>
    public IEnumerable<string> Keys => _tensors.Keys;

    /// <summary>The tensors, in order.</summary>
    public IEnumerable<Tensor> Values => _tensors.Values;

    /// <summary>The tensor of a name. Setting a name that exists keeps its place, a new one comes last.</summary>
    /// <exception cref="KeyNotFoundException">There is no tensor of that name.</exception>
    public Tensor this[string key]
    {
        get => _tensors.TryGetValue(key, out var tensor)
            ? tensor
            : throw new KeyNotFoundException($"There is no tensor '{key}' in the state dict. {Describe()}");
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            _tensors[key] = value;
        }
    }

    /// <summary>Appends a tensor.</summary>
    /// <exception cref="StateDictException">The name is taken.</exception>
    public void Add(string key, Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        if (!_tensors.TryAdd(key, tensor))
        {
            throw new StateDictException(
                $"Two tensors are named '{key}': one of shape {_tensors[key].Shape} and one of shape {tensor.Shape}. " +
                $"Use dict[\"{key}\"] = tensor to replace the first.");
        }
    }

    /// <summary>Takes a tensor out.</summary>
    /// <returns>Whether there was one of that name.</returns>
    public bool Remove(string key) => _tensors.Remove(key);

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _tensors.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out Tensor value) => _tensors.TryGetValue(key, out value);

    /// <summary>Names and tensors, in order.</summary>
    public IEnumerator<KeyValuePair<string, Tensor>> GetEnumerator() => _tensors.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private string Describe()
    {
        const int shown = 8;
        if (Count == 0)
            return "It is empty.";
        return $"It has {string.Join(", ", Keys.Take(shown).Select(key => $"'{key}'"))}{(Count > shown ? $" and {Count - shown} more." : ".")}";
    }
}
