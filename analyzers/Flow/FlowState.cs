using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DslTensors.Generator.Models;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Flow;

/// <summary>The values of variables and of the compiler's temporaries at one point, and the sizes known to be equal. What is not listed is unknown.</summary>
internal sealed class FlowState
{
    private readonly ImmutableDictionary<object, FlowValue> _values;

    private FlowState(ImmutableDictionary<object, FlowValue> values, SizeEqualities sizes) => (_values, Sizes) = (values, sizes);

    public static FlowState Empty { get; } = new(ImmutableDictionary.Create<object, FlowValue>(new KeyComparer()), SizeEqualities.None);

    /// <summary>What the names of sizes are known to be.</summary>
    public SizeEqualities Sizes { get; }

    /// <summary>The variables with a value, without the temporaries.</summary>
    public IEnumerable<KeyValuePair<ISymbol, FlowValue>> Variables => _values
        .Where(pair => pair.Key is ISymbol)
        .Select(pair => new KeyValuePair<ISymbol, FlowValue>((ISymbol)pair.Key, pair.Value));

    /// <summary>The tensors that the method itself has given to members of its object.</summary>
    public IEnumerable<(ISymbol Member, FlowValue Value)> Members => _values.Where(pair => pair.Key is MemberKey).Select(pair => (((MemberKey)pair.Key).Member, pair.Value));

    /// <param name="key">A local, a parameter, the id of a temporary, or the key of a rule's own fact.</param>
    public FlowValue this[object key] => _values.TryGetValue(key, out var value) ? value : FlowValue.Unknown;

    public FlowState With(object key, FlowValue value) => value is UnknownFlow or TensorFlow { Shape.IsUnknown: true, Origin: null }
        ? Changed(_values.Remove(key))
        : Changed(_values.SetItem(key, value));

    public FlowState Without(IEnumerable<ISymbol> keys) => Changed(_values.RemoveRange(keys));

    /// <summary>Forgets every shape: a tensor was given another one, and any variable may hold it.</summary>
    public FlowState WithoutTensors() => Changed(_values.RemoveRange(_values.Where(pair => HoldsTensor(pair.Value)).Select(pair => pair.Key)));

    /// <summary>The same with every fact changed.</summary>
    public FlowState Change(System.Func<FlowValue, FlowValue> change)
    {
        var state = this;
        foreach (var pair in _values)
        {
            var changed = change(pair.Value);
            if (!ReferenceEquals(changed, pair.Value))
                state = state.With(pair.Key, changed);
        }

        return state;
    }

    /// <summary>The same without what fields and properties were given here: code that is not seen may give them something else.</summary>
    public FlowState WithoutMembers() => Changed(_values.RemoveRange(_values.Keys.Where(key => key is MemberKey)));

    /// <summary>The same with two sizes known to be equal from here on.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <param name="origin">The code that would have failed otherwise.</param>
    public FlowState Assume(SymbolicSize left, SymbolicSize right, SyntaxNode? origin) => Changed(Sizes.With(left, right, origin));

    /// <summary>The same without a name that is given to another size from here on.</summary>
    public FlowState WithoutName(string name)
    {
        var values = _values;
        foreach (var pair in _values)
        {
            var changed = pair.Value.Select(size => size.Polynomial?.Mentions(name) == true ? SymbolicSize.Unknown : size);
            if (!changed.Equals(pair.Value))
                values = changed is UnknownFlow ? values.Remove(pair.Key) : values.SetItem(pair.Key, changed);
        }

        return new FlowState(values, Sizes.Without(name));
    }

    /// <summary>What holds on either of two ways to one point; this very object where the other way adds nothing.</summary>
    public FlowState Join(FlowState other)
    {
        if (ReferenceEquals(this, other))
            return this;
        var joined = Changed(Sizes.Join(other.Sizes));
        foreach (var pair in _values)
        {
            var value = pair.Value.Join(other[pair.Key]);
            if (!value.Equals(pair.Value))
                joined = joined.With(pair.Key, value);
        }

        return joined;
    }

    /// <summary>Forgets which numbers tensors were written with: code that is not followed may have changed them.</summary>
    public FlowState WithoutConstants() => Change(static value => value is TensorFlow { Constants.Count: > 0 } tensor ? tensor with { Constants = EquatableArray<long>.Empty } : value);

    private static bool HoldsTensor(FlowValue value) => value switch
    {
        TensorFlow => true,
        SequenceFlow { Element: var element } => HoldsTensor(element),
        ListFlow { Items: var items } => items.Any(HoldsTensor),
        TupleFlow { Items: var items } => items.Any(HoldsTensor),
        TableFlow { Entries: var entries } => entries.Any(entry => HoldsTensor(entry.Value)),
        ModuleFlow { Type.IsRecord: true, Arguments: var arguments } => arguments.Any(argument => HoldsTensor(argument.Value)),
        _ => false,
    };

    private FlowState Changed(ImmutableDictionary<object, FlowValue> values) => ReferenceEquals(values, _values) ? this : new FlowState(values, Sizes);

    private FlowState Changed(SizeEqualities sizes) => ReferenceEquals(sizes, Sizes) ? this : new FlowState(_values, sizes);

    private sealed class KeyComparer : IEqualityComparer<object>
    {
        public new bool Equals(object? left, object? right) =>
            left is ISymbol symbol ? SymbolEqualityComparer.Default.Equals(symbol, right as ISymbol) : object.Equals(left, right);

        public int GetHashCode(object key) => key is ISymbol symbol ? SymbolEqualityComparer.Default.GetHashCode(symbol) : key.GetHashCode();
    }
}
