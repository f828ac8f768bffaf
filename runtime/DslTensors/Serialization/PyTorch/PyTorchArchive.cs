using System.IO.Compression;

namespace DslTensors;

/// <summary>
/// The zip archive that <c>torch.save</c> writes: the description of an object in <c>data.pkl</c>, and the memory of its tensors in files
/// of their own, none of them compressed. No more is read, and no more memory taken, than the file has bytes.
/// </summary>
internal sealed class PyTorchArchive : IDisposable
{
    private const string Description = "/data.pkl";

    private readonly string _path;
    private readonly long _fileLength;
    private readonly ZipArchive _zip;
    private readonly string _folder;
    private readonly Dictionary<string, Tensor> _storages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.Ordinal);
    private long _read;

    public PyTorchArchive(FileStream stream, string path)
    {
        _path = path;
        _fileLength = stream.Length;
        try
        {
            _zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            foreach (var entry in _zip.Entries)
                _entries.TryAdd(entry.FullName, entry);
        }
        catch (InvalidDataException exception)
        {
            throw new StateDictException($"{path}: this is no sound zip archive: {exception.Message}", exception);
        }

        var description = _entries.Keys.FirstOrDefault(name => name.EndsWith(Description, StringComparison.Ordinal) && name.IndexOf('/') == name.Length - Description.Length)
            ?? throw Damage("this zip archive has no data.pkl, as torch.save writes it.");
        _folder = description[..^Description.Length];
        if (_entries.TryGetValue($"{_folder}/byteorder", out var order) && !Content(order).Span.SequenceEqual("little"u8))
            throw Damage("its numbers are not in little-endian order. Save it again on a little-endian machine.");
    }

    /// <summary>The program that describes the saved object.</summary>
    public ReadOnlyMemory<byte> Program() => Content(_entries[_folder + Description]);

    /// <summary>The memory of a key, read once, so that tensors that share it do so again.</summary>
    public Tensor Storage(string key, DType dtype, int count)
    {
        if (_storages.TryGetValue(key, out var known))
            return known.DType == dtype && known.Count == count ? known : throw Damage($"storage '{key}' is used as {known.Count} elements of {known.DType} and as {count} of {dtype}.");
        if (!_entries.TryGetValue($"{_folder}/data/{key}", out var entry))
            throw Damage($"storage '{key}' is missing.");
        if (entry.Length != (long)count * dtype.Size())
            throw Damage($"storage '{key}' has {entry.Length} bytes; {count} elements of {dtype} take {(long)count * dtype.Size()}.");
        var element = StoredElement.Find(dtype) ?? throw Damage($"storage '{key}' holds {dtype}, which has no element type here.");
        using var stream = Open(entry);
        Tensor storage;
        try
        {
            storage = element.Read(stream, StridedLayout.Contiguous(count));
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            throw Damage($"storage '{key}' is damaged: {exception.Message}");
        }

        if (storage is Tensor<bool> flags && SafetensorsReader.WrongFlag(flags) is { } wrong)
            throw Damage($"storage '{key}' has {wrong.Value} at {wrong.Index}; a truth value is 0 or 1.");
        _storages.Add(key, storage);
        return storage;
    }

    public StateDictException Damage(string problem) => new($"{_path}: {problem}");

    public void Dispose() => _zip.Dispose();

    private ReadOnlyMemory<byte> Content(ZipArchiveEntry entry)
    {
        using var stream = Open(entry);
        try
        {
            var content = new byte[entry.Length];
            stream.ReadExactly(content);
            return content;
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            throw Damage($"'{entry.FullName}' is damaged: {exception.Message}");
        }
    }

    private Stream Open(ZipArchiveEntry entry)
    {
        _read += entry.Length;
        if (entry.CompressedLength != entry.Length)
            throw Damage($"'{entry.FullName}' is compressed, which torch.save never does. Save it again with torch.save.");
        if (_read > _fileLength)
            throw Damage($"'{entry.FullName}' and what was read before take {_read} bytes, but the file has {_fileLength}.");
        try
        {
            return entry.Open();
        }
        catch (InvalidDataException exception)
        {
            throw Damage($"'{entry.FullName}' is damaged: {exception.Message}");
        }
    }
}
