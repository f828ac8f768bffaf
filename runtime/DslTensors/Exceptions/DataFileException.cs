namespace DslTensors;

/// <summary>A file of data is damaged or not of its format. The message names the file and the place.</summary>
public sealed class DataFileException : TensorException
{
    /// <summary>Creates the exception.</summary>
    public DataFileException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with what caused it.</summary>
    public DataFileException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>The line of a text, counted from 1, or 0.</summary>
    public int Line { get; init; }

    /// <summary>The column of a table, counted from 1, or 0.</summary>
    public int Column { get; init; }
}
