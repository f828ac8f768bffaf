using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Flow;

/// <summary>The bodies that are being looked into, each from a call in the one before. A body is not entered twice, and not too deep.</summary>
internal sealed class CallStack
{
    private const int Deepest = 8;

    private readonly ImmutableHashSet<ISymbol> _bodies;

    private CallStack(ImmutableHashSet<ISymbol> bodies) => _bodies = bodies;

    public static CallStack Empty { get; } = new(ImmutableHashSet.Create<ISymbol>(SymbolEqualityComparer.Default));

    public int Depth => _bodies.Count;

    /// <summary>The stack inside another body; null where it must not be entered.</summary>
    public CallStack? Enter(ISymbol body) => Depth < Deepest && !_bodies.Contains(body) ? new CallStack(_bodies.Add(body)) : null;
}
