namespace Digits.Input;

/// <summary>A file of digits can't be read; the message is one line that names the file and, where there is one, the row and the column.</summary>
sealed class DigitsFileException(string message) : Exception(message)
{
    /// <summary>A fault at one place of the file, both counted from 1.</summary>
    public static DigitsFileException At(string path, int row, int column, string problem) =>
        new($"{path}, row {row}, column {column}: {problem}");
}
