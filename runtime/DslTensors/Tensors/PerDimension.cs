using System.Collections;
using System.Runtime.CompilerServices;

namespace DslTensors;

/// <summary>
/// One number for all spatial dimensions of a convolution or pooling (<c>stride: 2</c>), or one for each (<c>stride: (2, 1)</c> or
/// <c>stride: [2, 1]</c>), the last dimension last. Where none is given the operator has its own default.
/// </summary>
[CollectionBuilder(typeof(PerDimension), nameof(Create))]
public readonly struct PerDimension : IEnumerable<int>, IEquatable<PerDimension>
{
    /// <summary>Stands for a size that is kept: PyTorch's <c>None</c> in the output size of adaptive pooling.</summary>
    internal const int Kept = int.MinValue;

    private readonly int[]? _numbers;

    private PerDimension(int[] numbers) => _numbers = numbers;

    /// <summary>Whether no number is given.</summary>
    public bool IsDefault => _numbers is null || _numbers.Length == 0;

    /// <summary>The same number for all dimensions.</summary>
    public static implicit operator PerDimension(int number) => new([number]);

    /// <summary>One number for each of two dimensions.</summary>
    public static implicit operator PerDimension((int Height, int Width) numbers) => new([numbers.Height, numbers.Width]);

    /// <summary>One number for each of three dimensions.</summary>
    public static implicit operator PerDimension((int Depth, int Height, int Width) numbers) => new([numbers.Depth, numbers.Height, numbers.Width]);

    /// <summary>One size for each of two dimensions; <see langword="null"/> keeps the input's size in adaptive pooling.</summary>
    public static implicit operator PerDimension((int? Height, int? Width) numbers) => new([numbers.Height ?? Kept, numbers.Width ?? Kept]);

    /// <summary>One size for each of three dimensions; <see langword="null"/> keeps the input's size in adaptive pooling.</summary>
    public static implicit operator PerDimension((int? Depth, int? Height, int? Width) numbers) => new([numbers.Depth ?? Kept, numbers.Height ?? Kept, numbers.Width ?? Kept]);

    /// <summary>One number for each dimension.</summary>
    public static implicit operator PerDimension(int[] numbers) => new([.. numbers]);

    /// <summary>One number for each dimension.</summary>
    public static PerDimension Create(ReadOnlySpan<int> numbers) => new(numbers.ToArray());

    /// <summary>The numbers, one for each dimension.</summary>
    /// <param name="count">The number of dimensions.</param>
    /// <param name="name">What PyTorch calls the argument.</param>
    /// <param name="fallback">What is meant when none is given.</param>
    /// <exception cref="ShapeException">There is neither one number nor one for each dimension.</exception>
    public int[] For(int count, string name, ReadOnlySpan<int> fallback)
    {
        if (IsDefault)
            return fallback.ToArray();
        if (_numbers!.Length == count)
            return [.. _numbers];
        if (_numbers.Length != 1)
            throw new ShapeException($"expected {name} to be a single integer value or a list of {count} values to match the convolution dimensions, but got {name}={this}. Give one number, or {count}.");
        var numbers = new int[count];
        numbers.AsSpan().Fill(_numbers[0]);
        return numbers;
    }

    /// <inheritdoc/>
    public bool Equals(PerDimension other) => (_numbers ?? []).AsSpan().SequenceEqual(other._numbers ?? []);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PerDimension other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var number in _numbers ?? [])
            hash.Add(number);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<int> GetEnumerator() => ((IEnumerable<int>)(_numbers ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => $"[{string.Join(", ", (_numbers ?? []).Select(number => number == Kept ? "null" : $"{number}"))}]";
}
