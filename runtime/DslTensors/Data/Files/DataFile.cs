using System.IO.Compression;

namespace DslTensors;

/// <summary>Opens files that may be compressed: the content tells, not the name.</summary>
internal static class DataFile
{
    private static ReadOnlySpan<byte> GzipSignature => [0x1f, 0x8b];

    /// <summary>What <paramref name="read"/> makes of the content, uncompressed. It also gets the length of the content, if that is known.</summary>
    public static TResult Read<TResult>(string path, Func<Stream, long?, TResult> read)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        Span<byte> start = stackalloc byte[GzipSignature.Length];
        start = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        file.Position = 0;
        if (!start.SequenceEqual(GzipSignature))
            return read(file, file.Length);
        try
        {
            using var content = new GZipStream(file, CompressionMode.Decompress);
            return read(content, null);
        }
        catch (InvalidDataException exception)
        {
            throw new DataFileException($"{path}: the compressed data are damaged: {exception.Message}", exception);
        }
    }
}
