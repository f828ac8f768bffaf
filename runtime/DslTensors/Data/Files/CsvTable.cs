namespace DslTensors;

/// <summary>A table of numbers.</summary>
/// <typeparam name="T">The type of the numbers.</typeparam>
public sealed class CsvTable<T>
    where T : unmanaged
{
    internal CsvTable(IReadOnlyList<string> header, Tensor<T> values) => (Header, Values) = (header, values);

    /// <summary>The names of the columns; empty if the file has none.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>The numbers, [rows, columns].</summary>
    public Tensor<T> Values { get; }

    /// <summary>The numbers of a column, [rows].</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="DimensionException">There is no column of that name, or more than one.</exception>
    public Tensor<T> this[string name]
    {
        get
        {
            var found = Enumerable.Range(0, Header.Count).Where(i => Header[i] == name).ToList();
            return found.Count == 1 ? Values.Select(1, found[0]) : throw new DimensionException(
                $"{(found.Count == 0 ? "No" : $"{found.Count}")} columns are named '{name}'. The table has {(Header.Count == 0 ? "no names: read it with hasHeader: true" : $"'{string.Join("', '", Header)}'")}.");
        }
    }
}
