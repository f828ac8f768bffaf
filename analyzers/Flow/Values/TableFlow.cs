using System;
using System.Linq;
using DslTensors.Generator.Models;
using DslTensors.Generator.Signatures;

namespace DslTensors.Analyzers.Flow;

/// <summary>A dictionary: what is known to stand under some of its keys.</summary>
internal sealed record TableFlow(EquatableArray<TableEntry> Entries) : FlowValue
{
    public static TableFlow Empty { get; } = new(EquatableArray<TableEntry>.Empty);

    /// <summary>Unknown for a key of which nothing is known.</summary>
    public FlowValue this[FlowValue key] => Entries.FirstOrDefault(entry => entry.Key.Equals(key))?.Value ?? Unknown;

    /// <summary>The same after a value was put under a key; nothing is left to know where it may be any key.</summary>
    public TableFlow With(FlowValue key, FlowValue value) => key is ChoiceFlow or IntFlow { Size.Number: not null }
        ? new TableFlow(Entries.Where(entry => !entry.Key.Equals(key)).Append(new TableEntry(key, value)).ToEquatableArray())
        : Empty;

    public override FlowValue Join(FlowValue other) => Equals(other) ? this : other is TableFlow table
        ? new TableFlow(Entries.Where(entry => table.Entries.Any(item => item.Key.Equals(entry.Key))).Select(entry => entry with { Value = entry.Value.Join(table[entry.Key]) }).ToEquatableArray())
        : Unknown;

    public override FlowValue Select(Func<SymbolicSize, SymbolicSize> size) => new TableFlow(Entries.Select(entry => entry with { Value = entry.Value.Select(size) }).ToEquatableArray());
}

/// <summary>A value under a key.</summary>
internal sealed record TableEntry(FlowValue Key, FlowValue Value);
