using System.Linq;
using DslTensors.Generator.Models;
using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Flow;

/// <summary>The key of what was saved out of a storage.</summary>
internal sealed record SavedKey(SyntaxNode Storage);

/// <summary>A step that keeps a tensor for backward.</summary>
/// <param name="Result">The call, which made the result.</param>
/// <param name="Operator">The operator's name.</param>
/// <param name="Text">The tensor, in the user's words.</param>
/// <param name="ThroughData">Whether the alias that was saved counts its own writes.</param>
internal sealed record Saving(SyntaxNode Result, string Operator, string Text, bool ThroughData);

/// <summary>The steps that keep tensors of one storage.</summary>
internal sealed record Savings(EquatableArray<Saving> Items) : FlowValue
{
    public Savings With(Saving saving) => Items.Contains(saving) ? this : new Savings(Items.Append(saving).ToEquatableArray());

    public override FlowValue Join(FlowValue other)
    {
        if (Equals(other))
            return this;
        var common = other is Savings savings ? Items.Where(item => savings.Items.Contains(item)).ToEquatableArray() : EquatableArray<Saving>.Empty;
        return common.Count == 0 ? Unknown : common.Count == Items.Count ? this : new Savings(common);
    }
}

/// <summary>The key of a write that spoiled what a step keeps.</summary>
internal sealed record SpoiledKey(SyntaxNode Result);

/// <summary>A write to a value that a step keeps.</summary>
/// <param name="Write">The write.</param>
/// <param name="Alias">Through which alias it went.</param>
/// <param name="AliasAt">The code that made the alias.</param>
/// <param name="Saving">What was kept.</param>
internal sealed record Spoiling(SyntaxNode Write, AliasKind Alias, SyntaxNode? AliasAt, Saving Saving) : FlowValue;

/// <summary>The key of the writes into a storage.</summary>
internal sealed record WritesKey(SyntaxNode Storage);

/// <summary>The writes into a storage.</summary>
internal sealed record StorageWrites(EquatableArray<NodeRef> Places) : FlowValue
{
    public StorageWrites With(SyntaxNode place) => Places.Contains(new NodeRef(place)) ? this : new StorageWrites(Places.Append(new NodeRef(place)).ToEquatableArray());

    public override FlowValue Join(FlowValue other)
    {
        if (Equals(other))
            return this;
        var common = other is StorageWrites writes ? Places.Where(place => writes.Places.Contains(place)).ToEquatableArray() : EquatableArray<NodeRef>.Empty;
        return common.Count == 0 ? Unknown : common.Count == Places.Count ? this : new StorageWrites(common);
    }
}

/// <summary>The key of a backward pass that released what a step kept.</summary>
internal sealed record ReleasedKey(SyntaxNode Result);

/// <summary>A place in the code as a fact.</summary>
internal sealed record PlaceFact(SyntaxNode Place) : FlowValue;

/// <summary>The key of a result that keeps its gradient.</summary>
internal sealed record RetainedKey(SyntaxNode Origin);
