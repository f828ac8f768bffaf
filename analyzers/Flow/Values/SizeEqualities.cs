using System;
using System.Collections.Immutable;
using System.Linq;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Flow;

/// <summary>What names of sizes turned out to be, and the code that shows it: after <c>x.Mm(w)</c> the inner sizes are one.</summary>
internal sealed class SizeEqualities
{
    // Chains of names are short; a longer one is no help to a reader.
    private const int LongestChain = 8;

    private readonly ImmutableDictionary<string, (SymbolicSize Size, SyntaxNode? Origin)> _known;

    private SizeEqualities(ImmutableDictionary<string, (SymbolicSize Size, SyntaxNode? Origin)> known) => _known = known;

    public static SizeEqualities None { get; } = new(ImmutableDictionary<string, (SymbolicSize Size, SyntaxNode? Origin)>.Empty);

    public bool IsEmpty => _known.IsEmpty;

    /// <summary>A size with every name replaced by what it is known to be.</summary>
    public SymbolicSize Resolve(SymbolicSize size)
    {
        for (var i = 0; i < LongestChain && !_known.IsEmpty && size.Polynomial is { } polynomial; i++)
        {
            if (polynomial.Atoms.FirstOrDefault(atom => _known.ContainsKey(atom.Text)) is not { } atom)
                break;
            var resolved = size.Substitute(atom.Text, _known[atom.Text].Size);
            if (!resolved.IsKnown)
                break;
            size = resolved;
        }

        return size;
    }

    public FlowValue Resolve(FlowValue value) => _known.IsEmpty ? value : value.Select(Resolve);

    /// <summary>The code that made a name of a size known; null where it is not.</summary>
    public SyntaxNode? OriginOf(SymbolicSize size) => size.Polynomial?.Atoms
        .Select(atom => _known.TryGetValue(atom.Text, out var fact) ? fact.Origin : null)
        .FirstOrDefault(origin => origin is not null);

    public SizeEqualities With(SymbolicSize left, SymbolicSize right, SyntaxNode? origin)
    {
        (left, right) = (Resolve(left), Resolve(right));
        return Solve(left, right) is var (name, size) ? new SizeEqualities(_known.SetItem(name, (size, origin))) : this;
    }

    public SizeEqualities Without(string name)
    {
        var known = _known.Remove(name);
        known = known.RemoveRange(known.Where(pair => pair.Value.Size.Polynomial?.Mentions(name) == true).Select(pair => pair.Key));
        return ReferenceEquals(known, _known) ? this : new SizeEqualities(known);
    }

    public SizeEqualities Join(SizeEqualities other)
    {
        if (ReferenceEquals(this, other) || _known.IsEmpty)
            return this;
        var known = _known.RemoveRange(_known.Where(pair => !other._known.TryGetValue(pair.Key, out var fact) || fact.Size != pair.Value.Size).Select(pair => pair.Key));
        return ReferenceEquals(known, _known) ? this : new SizeEqualities(known);
    }

    /// <summary>The name that an equality gives a size to: one that stands alone, by itself or with a factor that divides the rest.</summary>
    private static (string Name, SymbolicSize Size)? Solve(SymbolicSize left, SymbolicSize right)
    {
        if (!left.IsKnown || !right.IsKnown || left == right || left.AsPolynomial().Subtract(right.AsPolynomial()) is not { } difference)
            return null;

        foreach (var term in difference.Terms.Reverse())
        {
            if (term.Atoms is not [{ Dividend: null } atom])
                continue;
            var rest = SymbolicSize.Of(difference) - (SymbolicSize.Of(term.Factor) * SymbolicSize.Of(SizePolynomial.Of(atom)));
            if (!rest.IsKnown || rest.Polynomial?.Mentions(atom.Text) == true)
                continue;
            var size = (0 - rest) / term.Factor;
            if (size.IsKnown && size * term.Factor == 0 - rest)
                return (atom.Text, size);
        }

        return null;
    }
}
