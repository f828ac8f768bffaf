using System.IO.Compression;

namespace DslTensors;

/// <summary>Writes the zip archive that <c>torch.load</c> reads, <c>weights_only</c> included.</summary>
internal sealed class PyTorchArchiveWriter(Stream stream, string folder) : IDisposable
{
    private readonly ZipArchive _zip = new(stream, ZipArchiveMode.Create, leaveOpen: true);

    public void Write(object? root)
    {
        var description = new PickleWriter();
        description.WriteAll(root);
        Entry("data.pkl", content => content.Write(description.Program));
        Entry("byteorder", content => content.Write("little"u8));
        for (var key = 0; key < description.Storages.Count; key++)
        {
            var storage = description.Storages[key];
            Entry($"data/{key}", content => StoredElement.Find(storage.DType)!.Write(content, storage));
        }

        Entry("version", content => content.Write("3\n"u8));
    }

    public void Dispose() => _zip.Dispose();

    private void Entry(string name, Action<Stream> write)
    {
        using var content = _zip.CreateEntry($"{folder}/{name}", CompressionLevel.NoCompression).Open();
        write(content);
    }
}
