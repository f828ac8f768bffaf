using System.Globalization;

namespace DslTensors;

public readonly partial struct BFloat16
{
    // Four digits tell any two numbers apart.
    private const int MostDigits = 4;

    /// <summary>The shortest text that reads as this number.</summary>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc cref="ToString()"/>
    /// <param name="provider">The culture.</param>
    public string ToString(IFormatProvider? provider) => ToString(null, provider);

    /// <summary>The number as text.</summary>
    /// <param name="format">A format of <see langword="float"/>.</param>
    public string ToString(string? format) => ToString(format, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => Written(format).ToString(format, formatProvider);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Written(format).TryFormat(destination, out charsWritten, format, provider);

    /// <inheritdoc/>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Written(format).TryFormat(utf8Destination, out bytesWritten, format, provider);

    // Formats that ask for the shortest text get it from the float next to that text; all others from the exact value.
    private float Written(ReadOnlySpan<char> format)
    {
        var isShortest = format.IsEmpty || format is "G" or "g" or "R" or "r";
        if (!isShortest || !IsFinite(this) || Magnitude == 0)
            return (float)this;
        for (var digits = 0; digits < MostDigits; digits++)
        {
            var text = ((double)this).ToString($"E{digits}", CultureInfo.InvariantCulture);
            if (Parse(text, CultureInfo.InvariantCulture)._bits == _bits)
                return float.Parse(text, CultureInfo.InvariantCulture);
        }

        return (float)this;
    }
}
