using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Flow;

/// <summary>The values of variables and of the compiler's temporaries at one point. What is not listed is unknown.</summary>
internal sealed class FlowState
{
    private readonly ImmutableDictionary<object, FlowValue> _values;

    private FlowState(ImmutableDictionary<object, FlowValue> values) => _values = values;

    public static FlowState Empty { get; } = new(ImmutableDictionary.Create<object, FlowValue>(new KeyComparer()));

    /// <summary>The variables with a value, without the temporaries.</summary>
    public IEnumerable<KeyValuePair<ISymbol, FlowValue>> Variables => _values
        .Where(pair => pair.Key is ISymbol)
        .Select(pair => new KeyValuePair<ISymbol, FlowValue>((ISymbol)pair.Key, pair.Value));

    /// <param name="key">A local, a parameter, or the id of a temporary.</param>
    public FlowValue this[object key] => _values.TryGetValue(key, out var value) ? value : FlowValue.Unknown;

    public FlowState With(object key, FlowValue value) => value is UnknownFlow or TensorFlow { Shape.HasRank: false }
        ? Changed(_values.Remove(key))
        : Changed(_values.SetItem(key, value));

    public FlowState Without(IEnumerable<ISymbol> keys) => Changed(_values.RemoveRange(keys));

    /// <summary>Forgets every shape: a tensor was given another one, and any variable may hold it.</summary>
    public FlowState WithoutTensors() => Changed(_values.RemoveRange(_values.Where(pair => HoldsTensor(pair.Value)).Select(pair => pair.Key)));

    /// <summary>What holds on either of two ways to one point; this very object where the other way adds nothing.</summary>
    public FlowState Join(FlowState other)
    {
        var joined = this;
        foreach (var pair in _values)
        {
            var value = pair.Value.Join(other[pair.Key]);
            if (!value.Equals(pair.Value))
                joined = joined.With(pair.Key, value);
        }

        return joined;
    }

    private static bool HoldsTensor(FlowValue value) => value switch
    {
        TensorFlow => true,
        ListFlow { Items: var items } => items.Any(HoldsTensor),
        TupleFlow { Items: var items } => items.Any(HoldsTensor),
        _ => false,
    };

    private FlowState Changed(ImmutableDictionary<object, FlowValue> values) => ReferenceEquals(values, _values) ? this : new FlowState(values);

    private sealed class KeyComparer : IEqualityComparer<object>
    {
        public new bool Equals(object? left, object? right) =>
            left is ISymbol symbol ? SymbolEqualityComparer.Default.Equals(symbol, right as ISymbol) : object.Equals(left, right);

        public int GetHashCode(object key) => key is ISymbol symbol ? SymbolEqualityComparer.Default.GetHashCode(symbol) : key.GetHashCode();
    }
}
