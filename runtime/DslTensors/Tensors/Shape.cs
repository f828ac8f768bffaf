using System.Collections;
using System.Runtime.CompilerServices;

namespace DslTensors;

/// <summary>The sizes of a tensor's dimensions (PyTorch's <c>torch.Size</c>).</summary>
[CollectionBuilder(typeof(Shape), nameof(Create))]
public readonly struct Shape : IReadOnlyList<int>, IEquatable<Shape>
{
    private readonly int[]? _sizes;

    internal Shape(int[] sizes) => _sizes = sizes;

    private int[] Sizes => _sizes ?? [];

    /// <summary>The number of dimensions.</summary>
    public int Rank => Sizes.Length;

    /// <summary>The number of dimensions, for list patterns: <c>x.Shape is [var b, 3, ..]</c>.</summary>
    public int Length => Sizes.Length;

    /// <summary>The number of elements: the product of the sizes.</summary>
    public long Count
    {
        get
        {
            long count = 1;
            foreach (var size in Sizes)
                count *= size;
            return count;
        }
    }

    /// <summary>The size of a dimension; negative ones count from the end.</summary>
    /// <exception cref="DimensionException">There is no such dimension.</exception>
    public int this[int dim] => Sizes[Dimension.Wrap(dim, Sizes.Length)];

    /// <summary>The size of a dimension counted from either end.</summary>
    public int this[Index dim] => Sizes[dim];

    /// <summary>Some of the sizes: <c>[.. x.Shape[..2], -1]</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many dimensions.</exception>
    public Shape this[Range dims] => new(Sizes[dims]);

    int IReadOnlyCollection<int>.Count => Rank;

    /// <summary>Creates a shape from sizes.</summary>
    public static Shape Create(ReadOnlySpan<int> sizes) => new(sizes.ToArray());

    /// <summary>The sizes as a span.</summary>
    public ReadOnlySpan<int> AsSpan() => Sizes;

    /// <summary>The sizes as a new array.</summary>
    public int[] ToArray() => [.. Sizes];

    /// <summary>The sizes as a span.</summary>
    public static implicit operator ReadOnlySpan<int>(Shape shape) => shape.Sizes;

    /// <summary>The sizes as a new array, where an operator takes them one by one.</summary>
    public static implicit operator int[](Shape shape) => shape.ToArray();

    /// <summary>A shape of the given sizes.</summary>
    public static implicit operator Shape(int[] sizes) => new([.. sizes]);

    /// <summary>Whether the sizes are equal.</summary>
    public static bool operator ==(Shape left, Shape right) => left.Equals(right);

    /// <summary>Whether the sizes differ.</summary>
    public static bool operator !=(Shape left, Shape right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Shape other) => Sizes.AsSpan().SequenceEqual(other.Sizes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Shape other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var size in Sizes)
            hash.Add(size);
        return hash.ToHashCode();
    }

    /// <summary>The sizes in PyTorch's notation: <c>[10, 2, 5]</c>.</summary>
    public override string ToString() => Format(Sizes);

    /// <summary>The sizes of a matrix: <c>var (rows, columns) = x.Shape;</c></summary>
    /// <exception cref="ShapeException">The rank is not 2.</exception>
    public void Deconstruct(out int dim0, out int dim1)
    {
        RequireRank(2);
        (dim0, dim1) = (Sizes[0], Sizes[1]);
    }

    /// <summary>Three sizes: <c>var (b, t, c) = x.Shape;</c></summary>
    /// <exception cref="ShapeException">The rank is not 3.</exception>
    public void Deconstruct(out int dim0, out int dim1, out int dim2)
    {
        RequireRank(3);
        (dim0, dim1, dim2) = (Sizes[0], Sizes[1], Sizes[2]);
    }

    /// <summary>Four sizes: <c>var (b, c, h, w) = x.Shape;</c></summary>
    /// <exception cref="ShapeException">The rank is not 4.</exception>
    public void Deconstruct(out int dim0, out int dim1, out int dim2, out int dim3)
    {
        RequireRank(4);
        (dim0, dim1, dim2, dim3) = (Sizes[0], Sizes[1], Sizes[2], Sizes[3]);
    }

    /// <inheritdoc/>
    public IEnumerator<int> GetEnumerator() => ((IEnumerable<int>)Sizes).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => Sizes.GetEnumerator();

    internal static string Format(ReadOnlySpan<int> sizes) => $"[{string.Join(", ", sizes.ToArray())}]";

    private void RequireRank(int rank)
    {
        if (Rank != rank)
            throw new ShapeException($"not enough or too many values to unpack (expected {rank}, got {Rank}): the shape is {this}.");
    }
}
