using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Flow;

/// <summary>
/// The bodies that are being looked into, each from a call in the one before. A body is not entered twice, and not too deep. Each level knows how
/// far the looks from it went, so that what was found can be used wherever a look would go as far.
/// </summary>
internal sealed class CallStack
{
    private const int Deepest = 8;

    private readonly ImmutableHashSet<ISymbol> _bodies;
    private readonly CallStack? _outer;
    private readonly ISymbol? _body;
    private int _deepest;

    private CallStack(ImmutableHashSet<ISymbol> bodies, CallStack? outer, ISymbol? body) => (_bodies, _outer, _body, _deepest) = (bodies, outer, body, bodies.Count);

    public static CallStack Empty { get; } = new(ImmutableHashSet.Create<ISymbol>(SymbolEqualityComparer.Default), null, null);

    public int Depth => _bodies.Count;

    /// <summary>Whether what is found here depends on the calls that led here: some body below was not entered because of them.</summary>
    public bool IsCut { get; private set; }

    /// <summary>How many levels the looks from here went down.</summary>
    public int Reach => _deepest - Depth;

    /// <summary>The stack inside another body; null where it must not be entered.</summary>
    public CallStack? Enter(ISymbol body)
    {
        if (_bodies.Contains(body))
        {
            // Recursion ends in the same place wherever the body that it returns to is called from.
            for (var level = this; level is { _outer: not null } && !SymbolEqualityComparer.Default.Equals(level._body, body); level = level._outer)
                level.IsCut = true;
            return null;
        }

        if (Depth >= Deepest)
        {
            Cut();
            return null;
        }

        NoteReach(1);
        return new CallStack(_bodies.Add(body), this, body);
    }

    /// <summary>Whether a look may go so many levels down from here.</summary>
    public bool Allows(int levels) => Depth + levels <= Deepest;

    /// <summary>What is found here rests on a look that went so many levels down.</summary>
    public void NoteReach(int levels)
    {
        var deepest = Depth + levels;
        for (var level = this; level is { _outer: not null }; level = level._outer)
            level._deepest = Math.Max(level._deepest, deepest);
    }

    /// <summary>What is found here, and around, depends on the calls that led here.</summary>
    public void Cut()
    {
        for (var level = this; level is { _outer: not null }; level = level._outer)
            level.IsCut = true;
    }
}
