using System.IO.Compression;

namespace Digits.Input;

/// <summary>Reads a file of digits: comma-separated text, plain or compressed with gzip.</summary>
static class DigitsFile
{
    static ReadOnlySpan<byte> GzipSignature => [0x1f, 0x8b];

    /// <summary>All digits of a file.</summary>
    /// <exception cref="DigitsFileException">The file is missing, unreadable, damaged, empty or has a faulty row.</exception>
    public static DigitRows Read(string path)
    {
        if (Directory.Exists(path))
            throw new DigitsFileException($"{path}: is a directory, not a file of digits.");
        try
        {
            using var file = File.OpenRead(path);
            using var text = new StreamReader(Decompress(file));
            return ReadRows(text, path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DigitsFileException($"{path}: no such file. Give a file of digits with --data, or leave the option out to use the one that comes with the sample.");
        }
        catch (InvalidDataException)
        {
            throw new DigitsFileException($"{path}: the compressed data are damaged.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DigitsFileException($"{path}: cannot be read: {e.Message}");
        }
    }

    static Stream Decompress(FileStream file)
    {
        Span<byte> start = stackalloc byte[GzipSignature.Length];
        int length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return start[..length].SequenceEqual(GzipSignature) ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    static DigitRows ReadRows(StreamReader text, string path)
    {
        var pixels = new List<float>();
        var labels = new List<long>();
        for (int row = 1; text.ReadLine() is { } line; row++)
        {
            if (line.Length == 0 && text.EndOfStream)
                break;
            labels.Add(DigitRow.Parse(line, path, row, pixels));
        }
        if (labels.Count < DigitRows.Fewest)
            throw new DigitsFileException($"{path}: has {labels.Count} digits; at least {DigitRows.Fewest} are needed to train on some and test on others.");
        return new DigitRows(pixels.ToArray(), labels.ToArray());
    }
}

/// <summary>The digits of a file: <see cref="DigitRow.Pixels"/> values and one label each, in the file's order.</summary>
sealed record DigitRows(float[] Pixels, long[] Labels)
{
    /// <summary>How many digits a file must have, so that a fifth of them is one at least.</summary>
    public const int Fewest = 5;
}
