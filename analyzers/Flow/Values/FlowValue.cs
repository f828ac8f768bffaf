using System;
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

    /// <summary>The same with every size replaced.</summary>
    public virtual FlowValue Select(Func<SymbolicSize, SymbolicSize> size) => this;
}

internal sealed record UnknownFlow : FlowValue;

internal sealed record NullFlow : FlowValue;

/// <summary>
/// A tensor, and the code that made it: two variables whose values have one origin hold the same tensor, or tensors of one line of a loop.
/// </summary>
internal sealed record TensorFlow(SymbolicShape Shape, SyntaxNode? Origin) : FlowValue
{
    /// <summary>Whether the elements may lie in another order than the dimensions, so that a view may be impossible; null where it is unknown.</summary>
    public bool? IsContiguous { get; init; }

    /// <summary>In which order the dimensions lie, the outermost first; empty where that is not known.</summary>
    public EquatableArray<int> Order { get; init; } = EquatableArray<int>.Empty;

    /// <summary>Whether it is declared in a way that allows null.</summary>
    public bool MayBeNull { get; init; }

    /// <summary>The integers that it was written with; empty where they are not known.</summary>
    public EquatableArray<long> Constants { get; init; } = EquatableArray<long>.Empty;

    public override FlowValue Join(FlowValue other) => Equals(other) ? this : other is TensorFlow tensor
        ? new TensorFlow(Shape.Join(tensor.Shape), ReferenceEquals(Origin, tensor.Origin) ? Origin : null)
        {
            IsContiguous = IsContiguous == tensor.IsContiguous ? IsContiguous : null,
            Order = Order == tensor.Order ? Order : EquatableArray<int>.Empty,
        }
        : Unknown;

    public override FlowValue Select(Func<SymbolicSize, SymbolicSize> size) => this with { Shape = Shape.Select(size) };
}

internal sealed record IntFlow(SymbolicSize Size) : FlowValue
{
    public override FlowValue Select(Func<SymbolicSize, SymbolicSize> size) => size(Size) is { IsKnown: true } changed ? new IntFlow(changed) : Unknown;
}

internal sealed record BoolFlow(bool Value) : FlowValue;

/// <summary>A member of an enum, or a string.</summary>
internal sealed record ChoiceFlow(string Name) : FlowValue;

/// <summary>A list whose length is known: of sizes, tensors or modules.</summary>
internal sealed record ListFlow(EquatableArray<FlowValue> Items) : FlowValue
{
    public override FlowValue Join(FlowValue other) => other switch
    {
        ListFlow list when list.Items.Count == Items.Count => new ListFlow(Items.Zip(list.Items, (left, right) => left.Join(right)).ToEquatableArray()),
        ListFlow list => AsSequence(list.Items.Concat(Items)) with { IsFilled = Items.Count > 0 && list.Items.Count > 0 },
        SequenceFlow sequence => AsSequence(Items.Prepend(sequence.Element)) with { IsFilled = Items.Count > 0 && sequence.IsFilled },
        _ => Unknown,
    };

    /// <summary>A list of unknown length whose elements are one of some.</summary>
    private static SequenceFlow AsSequence(System.Collections.Generic.IEnumerable<FlowValue> items) => new(items.Aggregate((left, right) => left.Join(right)));

    public override FlowValue Select(Func<SymbolicSize, SymbolicSize> size) => new ListFlow(Items.Select(item => item.Select(size)).ToEquatableArray());
}

internal sealed record TupleFlow(EquatableArray<FlowValue> Items) : FlowValue
{
    public override FlowValue Join(FlowValue other) => other is TupleFlow tuple && tuple.Items.Count == Items.Count
        ? new TupleFlow(Items.Zip(tuple.Items, (left, right) => left.Join(right)).ToEquatableArray())
        : Unknown;

    public override FlowValue Select(Func<SymbolicSize, SymbolicSize> size) => new TupleFlow(Items.Select(item => item.Select(size)).ToEquatableArray());
}

/// <summary>A list of unknown length, or something that runs through one: what is known of each element.</summary>
internal sealed record SequenceFlow(FlowValue Element) : FlowValue
{
    /// <summary>Whether there is one element at least.</summary>
    public bool IsFilled { get; init; }

    public override FlowValue Join(FlowValue other) => other is SequenceFlow sequence
        ? new SequenceFlow(Element.Join(sequence.Element)) { IsFilled = IsFilled && sequence.IsFilled }
        : other is ListFlow list ? list.Join(this) : Unknown;

    public override FlowValue Select(Func<SymbolicSize, SymbolicSize> size) => this with { Element = Element.Select(size) };
}
