using System.Linq;
using DslTensors.Generator.Models;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Flow;

/// <summary>What is known of a value at a point of a method.</summary>
internal abstract record FlowValue
{
    public static FlowValue Unknown { get; } = new UnknownFlow();

    public static FlowValue Null { get; } = new NullFlow();

    /// <summary>What is known where the value is one or the other. Every join loses something or changes nothing, so loops come to an end.</summary>
    public virtual FlowValue Join(FlowValue other) => Equals(other) ? this : Unknown;
}

internal sealed record UnknownFlow : FlowValue;

internal sealed record NullFlow : FlowValue;

/// <summary>A tensor, and the code that made it with this shape.</summary>
internal sealed record TensorFlow(SymbolicShape Shape, SyntaxNode? Origin) : FlowValue
{
    public override FlowValue Join(FlowValue other) => other is TensorFlow tensor
        ? new TensorFlow(Shape.Join(tensor.Shape), ReferenceEquals(Origin, tensor.Origin) ? Origin : null)
        : Unknown;
}

internal sealed record IntFlow(SymbolicSize Size) : FlowValue;

internal sealed record BoolFlow(bool Value) : FlowValue;

/// <summary>A member of an enum, or a string.</summary>
internal sealed record ChoiceFlow(string Name) : FlowValue;

/// <summary>A list whose length is known: of sizes, or of tensors.</summary>
internal sealed record ListFlow(EquatableArray<FlowValue> Items) : FlowValue
{
    public override FlowValue Join(FlowValue other) => other is ListFlow list && list.Items.Count == Items.Count
        ? new ListFlow(Items.Zip(list.Items, (left, right) => left.Join(right)).ToEquatableArray())
        : Unknown;
}

internal sealed record TupleFlow(EquatableArray<FlowValue> Items) : FlowValue
{
    public override FlowValue Join(FlowValue other) => other is TupleFlow tuple && tuple.Items.Count == Items.Count
        ? new TupleFlow(Items.Zip(tuple.Items, (left, right) => left.Join(right)).ToEquatableArray())
        : Unknown;
}
