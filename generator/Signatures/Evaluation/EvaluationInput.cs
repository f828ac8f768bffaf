using System.Collections.Generic;
using DslTensors.Generator.Models;

namespace DslTensors.Generator.Signatures;

internal enum InputKind
{
    /// <summary>Nothing is known, not even whether there is a tensor or how many.</summary>
    Unknown,
    Single,
    List,

    /// <summary>An optional input that was not given.</summary>
    Absent,
}

/// <summary>What is known of one tensor input of an operator call.</summary>
internal sealed record EvaluationInput(InputKind Kind, EquatableArray<SymbolicShape> Shapes)
{
    public static EvaluationInput Unknown { get; } = new(InputKind.Unknown, EquatableArray<SymbolicShape>.Empty);

    public static EvaluationInput Absent { get; } = new(InputKind.Absent, EquatableArray<SymbolicShape>.Empty);

    public static EvaluationInput Single(SymbolicShape shape) => new(InputKind.Single, new[] { shape }.ToEquatableArray());

    /// <summary>A list whose length is known; its tensors may be unknown.</summary>
    public static EvaluationInput List(IEnumerable<SymbolicShape> shapes) => new(InputKind.List, shapes.ToEquatableArray());
}
