using System;
using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Models;

namespace DslTensors.Generator.Signatures;

/// <summary>What is known of a shape: nothing, or its rank and something about each size.</summary>
internal sealed record SymbolicShape
{
    private SymbolicShape(bool hasRank, EquatableArray<SymbolicSize> dims, EquatableArray<SymbolicSize> tail) => (HasRank, Dims, Tail) = (hasRank, dims, tail);

    public static SymbolicShape Unknown { get; } = new(false, EquatableArray<SymbolicSize>.Empty, EquatableArray<SymbolicSize>.Empty);

    public bool HasRank { get; }

    /// <summary>The sizes; empty for an unknown rank.</summary>
    public EquatableArray<SymbolicSize> Dims { get; }

    /// <summary>Of an unknown rank, the last sizes as far as they are known.</summary>
    public EquatableArray<SymbolicSize> Tail { get; }

    public int Rank => Dims.Count;

    /// <summary>Whether nothing at all is known.</summary>
    public bool IsUnknown => !HasRank && Tail.Count == 0;

    /// <summary>The number of elements, as far as the sizes tell.</summary>
    public SymbolicSize Elements => HasRank ? Dims.Aggregate(SymbolicSize.Of(1), (product, size) => product * size) : SymbolicSize.Unknown;

    public static SymbolicShape Of(IEnumerable<SymbolicSize> dims) => new(true, dims.ToEquatableArray(), EquatableArray<SymbolicSize>.Empty);

    /// <summary>A shape of unknown rank that ends in these sizes.</summary>
    public static SymbolicShape Ending(IEnumerable<SymbolicSize> tail) =>
        new(false, EquatableArray<SymbolicSize>.Empty, tail.SkipWhile(size => !size.IsKnown).ToEquatableArray());

    public static SymbolicShape Of(params SymbolicSize[] dims) => Of((IEnumerable<SymbolicSize>)dims);

    /// <summary>A known rank of unknown sizes.</summary>
    public static SymbolicShape OfRank(int rank) => Of(Enumerable.Repeat(SymbolicSize.Unknown, rank));

    /// <summary>The shape with more dimensions behind its last.</summary>
    public SymbolicShape Append(IEnumerable<SymbolicSize> sizes) => HasRank ? Of(Dims.Concat(sizes)) : Ending(Tail.Concat(sizes));

    /// <summary>The same with other sizes.</summary>
    public SymbolicShape Select(Func<SymbolicSize, SymbolicSize> size) => HasRank ? Of(Dims.Select(size)) : IsUnknown ? this : Ending(Tail.Select(size));

    /// <summary>The shape of a value that has one or the other: sizes that differ become unknown.</summary>
    public SymbolicShape Join(SymbolicShape other)
    {
        if (HasRank && other.HasRank && Rank == other.Rank)
            return Of(Dims.Zip(other.Dims, (left, right) => left.Join(right)));
        var (left, right) = (HasRank ? Dims : Tail, other.HasRank ? other.Dims : other.Tail);
        var common = Math.Min(left.Count, right.Count);
        return Ending(left.Skip(left.Count - common).Zip(right.Skip(right.Count - common), (a, b) => a.Join(b)));
    }

    public override string ToString() => HasRank ? $"[{string.Join(", ", Dims)}]" : $"[{string.Join(", ", new[] { "..." }.Concat(Tail.Select(size => size.ToString())))}]";
}
