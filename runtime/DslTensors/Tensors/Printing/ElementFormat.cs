using System.Globalization;

namespace DslTensors;

/// <summary>How the elements of a tensor are written: all with the same number of places, aligned.</summary>
internal sealed class ElementFormat
{
    private const double LargestRatio = 1000;
    private const double LargestFixed = 1e8;
    private const double SmallestFixed = 1e-4;

    private readonly string? _format;
    private readonly bool _endsWithPoint;

    private ElementFormat(string? format, bool endsWithPoint)
    {
        _format = format;
        _endsWithPoint = endsWithPoint;
    }

    /// <summary>The width that elements are padded to.</summary>
    public int Width { get; private init; } = 1;

    /// <summary>The format that suits elements of a floating point type.</summary>
    public static ElementFormat OfReals(IEnumerable<double> elements)
    {
        var significant = elements.Where(element => double.IsFinite(element) && element != 0).ToList();
        if (significant.Count == 0)
            return new ElementFormat("F0", endsWithPoint: true);
        var (smallest, largest) = (significant.Min(Math.Abs), significant.Max(Math.Abs));
        var isIntegral = significant.All(element => element == Math.Ceiling(element));
        var isScientific = largest / smallest > LargestRatio || largest > LargestFixed || (!isIntegral && smallest < SmallestFixed);
        var format = new ElementFormat(isScientific ? "e" : isIntegral ? "F0" : "F4", isIntegral && !isScientific);
        return new ElementFormat(format._format, format._endsWithPoint) { Width = significant.Max(element => format.Write(element).Length) };
    }

    /// <summary>The format of integers and truth values.</summary>
    public static ElementFormat OfTexts(IEnumerable<string> elements) => new(null, false) { Width = elements.Select(element => element.Length).DefaultIfEmpty(1).Max() };

    /// <summary>A real element, padded.</summary>
    public string Pad(double element) => Write(element).PadLeft(Width);

    /// <summary>Any other element, padded.</summary>
    public string Pad(string element) => element.PadLeft(Width);

    private string Write(double element)
    {
        if (double.IsNaN(element))
            return "nan";
        if (double.IsInfinity(element))
            return element > 0 ? "inf" : "-inf";
        return _format == "e"
            ? element.ToString("0.0000e+00", CultureInfo.InvariantCulture)
            : element.ToString(_format, CultureInfo.InvariantCulture) + (_endsWithPoint ? "." : "");
    }
}
