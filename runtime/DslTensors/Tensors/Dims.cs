using System.Collections;
using System.Runtime.CompilerServices;

namespace DslTensors;

/// <summary>The dimensions an operator works on: none given means all, otherwise one (<c>dim: -1</c>) or several (<c>dim: [0, 2]</c>).</summary>
[CollectionBuilder(typeof(Dims), nameof(Create))]
public readonly struct Dims : IEnumerable<int>
{
    private readonly int[]? _dims;

    private Dims(int[] dims) => _dims = dims;

    /// <summary>Whether no dimension is given.</summary>
    public bool IsAll => _dims is null || _dims.Length == 0;

    /// <summary>One dimension.</summary>
    public static implicit operator Dims(int dim) => new([dim]);

    /// <summary>Several dimensions.</summary>
    public static implicit operator Dims(int[] dims) => new([.. dims]);

    /// <summary>Several dimensions.</summary>
    public static Dims Create(ReadOnlySpan<int> dims) => new(dims.ToArray());

    /// <summary>One flag for each dimension of a tensor: whether it is among these.</summary>
    /// <exception cref="DimensionException">A dimension is out of range or given twice.</exception>
    public bool[] Flags(int rank)
    {
        var flags = new bool[rank];
        if (IsAll)
        {
            flags.AsSpan().Fill(true);
            return flags;
        }

        foreach (var dim in _dims!)
        {
            var wrapped = Dimension.Wrap(dim, rank);
            if (rank == 0)
                continue;
            if (flags[wrapped])
                throw new DimensionException($"dim {wrapped} appears multiple times in the list of dims: {this}. Name each dimension once.");
            flags[wrapped] = true;
        }

        return flags;
    }

    /// <inheritdoc/>
    public IEnumerator<int> GetEnumerator() => ((IEnumerable<int>)(_dims ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => $"[{string.Join(", ", _dims ?? [])}]";
}
