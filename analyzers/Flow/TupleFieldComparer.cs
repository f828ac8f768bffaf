using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Flow;

/// <summary>Compares the fields of tuples by their place: <c>Item1</c> and the name that the user gave it are one.</summary>
internal sealed class TupleFieldComparer : IEqualityComparer<IFieldSymbol>
{
    public static TupleFieldComparer Instance { get; } = new();

    public bool Equals(IFieldSymbol? left, IFieldSymbol? right) =>
        (left?.CorrespondingTupleField ?? left)?.Name == (right?.CorrespondingTupleField ?? right)?.Name;

    public int GetHashCode(IFieldSymbol field) => (field.CorrespondingTupleField ?? field).Name.GetHashCode();
}
