using System.Collections;
using System.Runtime.CompilerServices;

namespace DslTensors;

/// <summary>
/// The zeros around the input of a convolution: a width for all dimensions (<c>padding: 1</c>) or for each (<c>padding: (1, 2)</c>), the
/// same on both sides; or <c>"same"</c>, which keeps the input's size, or <c>"valid"</c>, which is none. None by default.
/// </summary>
[CollectionBuilder(typeof(Padding), nameof(Create))]
public readonly struct Padding : IEnumerable<int>
{
    private readonly PerDimension _widths;

    private Padding(PerDimension widths) => _widths = widths;

    private Padding(string word) => Word = word;

    /// <summary>Whether as many zeros are added as keep the input's size; an odd one comes after the input.</summary>
    public bool IsSame => Word == "same";

    /// <summary>"same" or "valid", if the padding is given by a word.</summary>
    public string? Word { get; }

    /// <summary>The same width for all dimensions.</summary>
    public static implicit operator Padding(int width) => new(width);

    /// <summary>One width for each of two dimensions.</summary>
    public static implicit operator Padding((int Height, int Width) widths) => new(widths);

    /// <summary>One width for each of three dimensions.</summary>
    public static implicit operator Padding((int Depth, int Height, int Width) widths) => new(widths);

    /// <summary>One width for each dimension.</summary>
    public static implicit operator Padding(int[] widths) => new(widths);

    /// <summary>A width for all dimensions, or one for each.</summary>
    public static implicit operator Padding(PerDimension widths) => new(widths);

    /// <summary>"same" or "valid".</summary>
    /// <exception cref="ShapeException">The word is another.</exception>
    public static implicit operator Padding(string word) => word switch
    {
        "same" or "valid" => new(word),
        _ => throw new ShapeException($"Invalid padding string: '{word}'. Write \"same\", \"valid\" or a number."),
    };

    /// <summary>One width for each dimension.</summary>
    public static Padding Create(ReadOnlySpan<int> widths) => new(PerDimension.Create(widths));

    /// <summary>The zeros before the input along each dimension.</summary>
    /// <param name="reach">How far the kernel reaches along each dimension.</param>
    /// <exception cref="ShapeException">There is neither one width nor one for each dimension.</exception>
    public int[] Before(ReadOnlySpan<int> reach)
    {
        if (!IsSame)
            return _widths.For(reach.Length, "padding", new int[reach.Length]);
        var before = new int[reach.Length];
        for (var i = 0; i < before.Length; i++)
            before[i] = (reach[i] - 1) / 2;
        return before;
    }

    /// <inheritdoc/>
    public IEnumerator<int> GetEnumerator() => _widths.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => Word ?? _widths.ToString();
}
