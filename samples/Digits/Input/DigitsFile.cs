using DslTensors;

namespace Digits.Input;

/// <summary>Reads a file of digits: comma-separated text, plain or compressed with gzip.</summary>
static class DigitsFile
{
    /// <summary>How many digits a file must have, so that a fifth of them is one at least.</summary>
    const int Fewest = 5;

    /// <summary>All digits of a file.</summary>
    /// <exception cref="DataFileException">The file is missing, unreadable, damaged, empty or has a faulty row; the message is one line that names the place.</exception>
    public static DigitSet Read(string path)
    {
        if (Directory.Exists(path))
            throw new DataFileException($"{path}: is a directory, not a file of digits.");
        try
        {
            var table = CsvReader.Read<int>(path).Values;
            Check(table, path);
            return new(table[.., ..DigitRow.Pixels].To<float>(), table[.., DigitRow.Pixels].To<long>(), Tensor.Arange<long>(1, table.Shape[0] + 1));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DataFileException($"{path}: no such file. Give a file of digits with --data, or leave the option out to use the one that comes with the sample.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException($"{path}: cannot be read: {e.Message}");
        }
    }

    static void Check(Tensor<int> table, string path)
    {
        var (rows, fields) = table.Shape;
        if (rows > 0 && fields != DigitRow.Fields)
            throw new DataFileException($"{path}: has rows of {fields} fields, but a row is {DigitRow.Pixels} pixels and a label, {DigitRow.Fields} fields.");
        if (rows < Fewest)
            throw new DataFileException($"{path}: has {rows} digits; at least {Fewest} are needed to train on some and test on others.");
        int[] values = table.ToArray();
        for (int i = 0; i < values.Length; i++)
        {
            int column = i % fields;
            var (name, max) = column < DigitRow.Pixels ? ("pixel", DigitRow.MaxPixel) : ("label", DigitRow.Classes - 1);
            if (values[i] < 0 || values[i] > max)
                throw new DataFileException($"{path}, line {i / fields + 1}, column {column + 1}: {name} {values[i]} is out of range; a {name} is 0 to {max}.");
        }
    }
}
