using System.Globalization;

namespace Digits.Input;

/// <summary>The format of one row: 64 pixels of 0 to 16, then the digit they show.</summary>
static class DigitRow
{
    public const int Side = 8;
    public const int Pixels = Side * Side;
    public const int MaxPixel = 16;
    public const int Classes = 10;

    const int Fields = Pixels + 1;
    const int LongestQuote = 20;

    /// <summary>Appends the pixels of one row and returns its label.</summary>
    public static int Parse(ReadOnlySpan<char> line, string path, int row, List<float> pixels)
    {
        int count = line.Count(',') + 1;
        if (count != Fields)
        {
            string problem = count < Fields ? "missing" : "one too many";
            int column = Math.Min(count, Fields) + 1;
            if (count < Fields && line.IsWhiteSpace())
                column = 1;
            throw DigitsFileException.At(path, row, column, $"{problem}; the row has {count} fields, but a row is {Pixels} pixels and a label, {Fields} fields.");
        }

        int field = 0, label = 0;
        foreach (var range in line.Split(','))
        {
            field++;
            var text = line[range].Trim();
            if (field < Fields)
                pixels.Add(ParseField(text, "pixel", MaxPixel, path, row, field));
            else
                label = ParseField(text, "label", Classes - 1, path, row, field);
        }
        return label;
    }

    static int ParseField(ReadOnlySpan<char> text, string name, int max, string path, int row, int column)
    {
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value))
            throw DigitsFileException.At(path, row, column, $"'{Quote(text)}' is not a whole number; a {name} is 0 to {max}.");
        if (value < 0 || value > max)
            throw DigitsFileException.At(path, row, column, $"{name} {value} is out of range; a {name} is 0 to {max}.");
        return value;
    }

    // A file that is no text at all must not fill or garble the terminal.
    static string Quote(ReadOnlySpan<char> text)
    {
        string start = text.Length > LongestQuote ? $"{text[..LongestQuote]}..." : text.ToString();
        return string.Concat(start.Select(c => char.IsControl(c) ? '?' : c));
    }
}
