namespace DslTensors;

/// <summary>Reads and writes what <c>torch.save</c> and <c>torch.load</c> exchange.</summary>
internal static class PyTorchFile
{
    /// <summary>Whether a file begins as a zip archive.</summary>
    public static bool IsArchive(ReadOnlySpan<byte> start) => start.StartsWith("PK\u0003\u0004"u8);

    /// <summary>Whether a file begins as those of PyTorch before version 1.6.</summary>
    public static bool IsLegacy(ReadOnlySpan<byte> start) => start is [0x80, 2, 0x8a, 0x0a, 0x6c, 0xfc, ..];

    /// <summary>The object in a file: dictionaries, lists, tuples, texts, numbers and tensors.</summary>
    public static object? Read(FileStream stream, string path)
    {
        using var archive = new PyTorchArchive(stream, path);
        return new PickleMachine(archive.Program(), archive).Run();
    }

    public static void Write(object? root, Stream stream, string path)
    {
        var folder = Path.GetFileNameWithoutExtension(path) is { Length: > 0 } name ? name : "archive";
        using var archive = new PyTorchArchiveWriter(stream, folder);
        archive.Write(root);
    }
}
