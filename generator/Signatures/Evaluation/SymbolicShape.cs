using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Models;

namespace DslTensors.Generator.Signatures;

/// <summary>What is known of a shape: nothing, or its rank and something about each size.</summary>
internal sealed record SymbolicShape
{
    private SymbolicShape(bool isKnown, EquatableArray<SymbolicSize> dims) => (HasRank, Dims) = (isKnown, dims);

    public static SymbolicShape Unknown { get; } = new(false, EquatableArray<SymbolicSize>.Empty);

    public bool HasRank { get; }

    /// <summary>The sizes; empty for an unknown rank.</summary>
    public EquatableArray<SymbolicSize> Dims { get; }

    public int Rank => Dims.Count;

    public static SymbolicShape Of(IEnumerable<SymbolicSize> dims) => new(true, dims.ToEquatableArray());

    public static SymbolicShape Of(params SymbolicSize[] dims) => Of((IEnumerable<SymbolicSize>)dims);

    /// <summary>A known rank of unknown sizes.</summary>
    public static SymbolicShape OfRank(int rank) => Of(Enumerable.Repeat(SymbolicSize.Unknown, rank));

    /// <summary>The number of elements, where every size is known and the product fits.</summary>
    public long? ElementCount()
    {
        if (!HasRank)
            return null;

        long count = 1;
        foreach (var dim in Dims)
        {
            if (dim.Number is not { } size || size < 0 || (size > 0 && count > long.MaxValue / size))
                return null;
            count *= size;
        }

        return count;
    }

    /// <summary>The shape of a value that has one or the other: sizes that differ become unknown.</summary>
    public SymbolicShape Join(SymbolicShape other) => HasRank && other.HasRank && Rank == other.Rank
        ? Of(Dims.Zip(other.Dims, (left, right) => left.Join(right)))
        : Unknown;

    public override string ToString() => HasRank ? $"[{string.Join(", ", Dims)}]" : "[...]";
}
