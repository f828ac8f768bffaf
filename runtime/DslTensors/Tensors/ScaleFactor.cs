using System.Runtime.CompilerServices;

namespace DslTensors;

/// <summary>By how much images grow: one factor for all spatial dimensions (<c>scaleFactor: 2</c>), or one for each (<c>scaleFactor: [2, 1.5]</c>).</summary>
[CollectionBuilder(typeof(ScaleFactor), nameof(Create))]
public readonly struct ScaleFactor
{
    private readonly double[]? _factors;

    private ScaleFactor(double[] factors) => _factors = factors;

    /// <summary>The same factor for all dimensions.</summary>
    public static implicit operator ScaleFactor(double factor) => new([factor]);

    /// <summary>One factor for each dimension.</summary>
    public static implicit operator ScaleFactor(double[] factors) => new([.. factors]);

    /// <summary>One factor for each dimension.</summary>
    public static ScaleFactor Create(ReadOnlySpan<double> factors) => new(factors.ToArray());

    /// <summary>The factors, one for each dimension.</summary>
    /// <param name="count">The number of dimensions.</param>
    /// <exception cref="ShapeException">There is neither one factor nor one for each dimension.</exception>
    public double[] For(int count) => (_factors ?? []).Length switch
    {
        1 => [.. Enumerable.Repeat(_factors![0], count)],
        var length when length == count => [.. _factors!],
        var length => throw new ShapeException($"scale_factor shape must match input shape. Input is {count}D, scale_factor shape is {length}. Give one factor, or {count}."),
    };

    /// <summary>The factors, for collection expressions.</summary>
    public IEnumerator<double> GetEnumerator() => ((IEnumerable<double>)(_factors ?? [])).GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => $"[{string.Join(", ", _factors ?? [])}]";
}
