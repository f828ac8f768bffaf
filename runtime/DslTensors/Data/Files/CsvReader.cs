using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;

namespace DslTensors;

/// <summary>
/// Reads tables of numbers from text: one row a line, with separators between the fields, which may be in quotes. Numbers are written as in
/// C#, whatever the culture. Files may be compressed with gzip.
/// </summary>
public static class CsvReader
{
    private const int LongestQuote = 20;

    /// <summary>Reads a file.</summary>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="path">The file, in UTF-8.</param>
    /// <param name="hasHeader">Whether the first line names the columns.</param>
    /// <param name="separator">What stands between fields.</param>
    /// <exception cref="DataFileException">A field is no such number, or a line has another number of fields than the first; the message names the place.</exception>
    /// <exception cref="IOException">There is no such file, or it can't be read.</exception>
    public static CsvTable<T> Read<T>(string path, bool hasHeader = false, char separator = ',')
        where T : unmanaged, INumber<T> => DataFile.Read(path, (content, _) =>
        {
            using var text = new StreamReader(content);
            return Read<T>(text, path, hasHeader, separator);
        });

    /// <summary>Reads a text to its end.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">What messages call it.</param>
    /// <inheritdoc cref="Read{T}(string, bool, char)"/>
    /// <param name="hasHeader">Whether the first line names the columns.</param>
    /// <param name="separator">What stands between fields.</param>
    public static CsvTable<T> Read<T>(TextReader text, string name = "CSV", bool hasHeader = false, char separator = ',')
        where T : unmanaged, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(text);
        var fields = new CsvFields(text, name, separator);
        List<string> header = [];
        if (hasHeader)
        {
            while (fields.Next())
            {
                header.Add(fields.Field.ToString());
                if (fields.EndsLine)
                    break;
            }
        }

        var values = new List<T>();
        var (rows, width) = (0, header.Count);
        while (fields.Next())
        {
            var (line, start) = (fields.Line, values.Count);
            if (fields.IsEmptyLine)
            {
                if (!fields.IsEmptyToTheEnd())
                    throw At(name, line, 1, "the line is empty.");
                break;
            }

            while (true)
            {
                var column = values.Count - start + 1;
                if (column > width && (rows > 0 || hasHeader))
                    throw At(name, line, column, $"the line has more fields than the first, which has {width}.");
                values.Add(Parse<T>(fields.Field, name, line, column, header));
                if (fields.EndsLine || !fields.Next())
                    break;
            }

            if (rows++ == 0 && !hasHeader)
                width = values.Count;
            else if (values.Count - start != width)
                throw At(name, line, values.Count - start + 1, $"missing; the line has {values.Count - start} fields, and the first has {width}.");
        }

        return new CsvTable<T>(header, Tensor.From<T>(CollectionsMarshal.AsSpan(values), rows, width));
    }

    private static T Parse<T>(ReadOnlySpan<char> field, string name, int line, int column, List<string> header)
        where T : unmanaged, INumber<T>
    {
        if (T.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            return value;
        var shown = field.Length > LongestQuote ? $"{field[..LongestQuote]}..." : field.ToString();

        // A file that is no text at all must not garble the terminal.
        shown = string.Concat(shown.Select(character => char.IsControl(character) ? '?' : character));
        var place = column <= header.Count ? $" ('{header[column - 1]}')" : "";
        throw At(name, line, column, $"'{shown}' is not a number of type {DTypes.Of<T>()}.", place);
    }

    private static DataFileException At(string name, int line, int column, string problem, string place = "") =>
        new($"{name}, line {line}, column {column}{place}: {problem}") { Line = line, Column = column };
}
