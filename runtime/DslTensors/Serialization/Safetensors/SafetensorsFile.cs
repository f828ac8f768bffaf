using System.IO.MemoryMappedFiles;

namespace DslTensors;

/// <summary>
/// An open file in the safetensors format, of which nothing but the header has been read: tensors are read one by one when they are asked
/// for, from the file mapped into memory. Safe to use from several threads.
/// </summary>
/// <remarks>
/// Disposing closes the file at once; without it the file is closed when nothing refers to this object any more. The tensors that were
/// read have memory of their own and don't depend on the file.
/// </remarks>
public sealed class SafetensorsFile : IDisposable
{
    private readonly SafetensorsDamage _damage;
    private readonly FileStream _stream;
    private readonly MemoryMappedFile _map;
    private readonly MemoryMappedViewAccessor _view;
    private readonly OrderedDictionary<string, SafetensorsEntry> _entries = new(StringComparer.Ordinal);
    private readonly long _dataStart;
    private bool _isDisposed;

    private SafetensorsFile(FileStream stream, SafetensorsDamage damage)
    {
        (_stream, _damage) = (stream, damage);
        (var header, _dataStart) = SafetensorsReader.ReadHeader(stream, damage);
        foreach (var entry in header.Entries)
            _entries.Add(entry.Name, entry);
        Metadata = new OrderedDictionary<string, string>(header.Metadata, StringComparer.Ordinal);
        Tensors = [.. header.Entries.Select(entry => new SafetensorsTensor(entry.Name, entry.Element.DType, new Shape(entry.Layout.Sizes)))];
        _map = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        _view = _map.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
    }

    /// <summary>Names, element types and shapes of the tensors, in the order of the file.</summary>
    public IReadOnlyList<SafetensorsTensor> Tensors { get; }

    /// <summary>The texts that were saved along with the tensors.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Opens a file and checks its header.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="StateDictException">The file is damaged, or holds what this library has no type for.</exception>
    /// <exception cref="IOException">There is no such file, or it can't be read.</exception>
    public static SafetensorsFile Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var stream = SafetensorsReader.Open(path, FileOptions.RandomAccess);
        try
        {
            return new SafetensorsFile(stream, new SafetensorsDamage(path));
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Whether there is a tensor of that name.</summary>
    /// <param name="name">The name.</param>
    public bool Contains(string name) => _entries.ContainsKey(name);

    /// <summary>Reads a tensor. Each call reads it anew.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="KeyNotFoundException">There is no tensor of that name.</exception>
    /// <exception cref="StateDictException">Its elements are damaged.</exception>
    /// <exception cref="ObjectDisposedException">The file is closed.</exception>
    public Tensor Read(string name)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (!_entries.TryGetValue(name, out var entry))
            throw new KeyNotFoundException($"There is no tensor '{name}' in the file. It has {_entries.Count}, among them {string.Join(", ", _entries.Keys.Take(8).Select(key => $"'{key}'"))}.");

        // Memory behind the end of a mapped file can't be read: that would end the process.
        if (RandomAccess.GetLength(_stream.SafeFileHandle) < _dataStart + entry.End)
            throw SafetensorsReader.Shortened(_damage);
        using var elements = new UnmanagedMemoryStream(_view.SafeMemoryMappedViewHandle, _dataStart + entry.Begin, entry.End - entry.Begin);
        return SafetensorsReader.ReadTensor(elements, entry, _damage);
    }

    /// <summary>Reads some tensors, or all.</summary>
    /// <param name="isWanted">Chooses by name; by default all are read.</param>
    public StateDict Load(Func<string, bool>? isWanted = null)
    {
        var dict = new StateDict();
        foreach (var (key, value) in Metadata)
            dict.Metadata.Add(key, value);
        foreach (var tensor in Tensors)
        {
            if (isWanted?.Invoke(tensor.Name) != false)
                dict.Add(tensor.Name, Read(tensor.Name));
        }

        return dict;
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        _view.Dispose();
        _map.Dispose();
        _stream.Dispose();
    }
}

/// <summary>A tensor as the header of a file describes it.</summary>
/// <param name="Name">The name.</param>
/// <param name="DType">The element type.</param>
/// <param name="Shape">The sizes.</param>
public sealed record SafetensorsTensor(string Name, DType DType, Shape Shape);
