using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Unicode;

namespace DslTensors;

/// <summary>
/// Reads files in the safetensors format: the length of the header as 8 bytes, the header in JSON, and the tensors' elements, which
/// must cover the rest of the file exactly once. Nothing is allocated that the length of the file does not vouch for.
/// </summary>
internal static class SafetensorsReader
{
    private const int PrefixLength = sizeof(ulong);

    public static StateDict Read(string path)
    {
        using var stream = Open(path, FileOptions.SequentialScan);
        var damage = new SafetensorsDamage(path);
        var (header, dataStart) = ReadHeader(stream, damage);
        var dict = new StateDict();
        foreach (var (key, value) in header.Metadata)
            dict.Metadata.Add(key, value);
        foreach (var entry in header.Entries)
        {
            stream.Position = dataStart + entry.Begin;
            dict.Add(entry.Name, ReadTensor(stream, entry, damage));
        }

        return dict;
    }

    public static FileStream Open(string path, FileOptions options) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 1, options);

    /// <summary>The header of a file that is sound as far as its header can tell, and where the elements begin.</summary>
    public static (SafetensorsHeader Header, long DataStart) ReadHeader(FileStream stream, SafetensorsDamage damage)
    {
        if (!stream.CanSeek)
            throw damage.Header("IoError", "this is no regular file, so its length can't be checked.");
        try
        {
            var fileLength = stream.Length;
            var json = ReadHeader(stream, fileLength, damage);
            var header = new SafetensorsHeaderParser(json, damage).Parse();
            CheckOffsets(header.Entries, fileLength - PrefixLength - json.Length, damage);
            return (header, PrefixLength + json.Length);
        }
        catch (EndOfStreamException exception)
        {
            throw Shortened(damage, exception);
        }
    }

    /// <summary>The tensor of an entry, whose elements the stream is at.</summary>
    public static Tensor ReadTensor(Stream stream, SafetensorsEntry entry, SafetensorsDamage damage)
    {
        try
        {
            var tensor = entry.Element.Read(stream, entry.Layout);
            CheckValues(entry.Name, tensor, damage);
            return tensor;
        }
        catch (EndOfStreamException exception)
        {
            throw Shortened(damage, exception);
        }
    }

    public static StateDictException Shortened(SafetensorsDamage damage, Exception? inner = null) => damage.Header("IoError", "the file became shorter while it was read.", inner);

    private static byte[] ReadHeader(FileStream stream, long fileLength, SafetensorsDamage damage)
    {
        if (fileLength < PrefixLength)
            throw damage.Header("HeaderTooSmall", $"the file has {fileLength} bytes; the length of the header alone takes {PrefixLength}.");
        Span<byte> prefix = stackalloc byte[PrefixLength];
        stream.ReadExactly(prefix);
        var length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length > SafetensorsHeader.MaxLength)
        {
            var hint = prefix.StartsWith("PK"u8) ? " This is a zip archive, as torch.save writes; use safetensors.torch.save_file instead." : "";
            throw damage.Header("HeaderTooLarge", $"a header of {length} bytes is announced; at most {SafetensorsHeader.MaxLength} are allowed.{hint}");
        }

        if (length > (ulong)(fileLength - PrefixLength))
            throw damage.Header("InvalidHeaderLength", $"a header of {length} bytes is announced, but {fileLength - PrefixLength} bytes follow.");
        var json = new byte[length];
        stream.ReadExactly(json);
        if (json is not [(byte)'{', ..])
        {
            throw damage.Header(
                "InvalidHeaderStart", $"the header {(json is [var first, ..] ? $"begins with byte 0x{first:x2}" : "is empty")}; '{{' is expected.");
        }

        if (!Utf8.IsValid(json))
            throw damage.Header("InvalidHeader", "the header is not valid UTF-8.");
        return json;
    }

    private static void CheckOffsets(IReadOnlyList<SafetensorsEntry> entries, long dataLength, SafetensorsDamage damage)
    {
        foreach (var (name, element, layout, begin, end) in entries)
        {
            if (begin > end || end > dataLength)
            {
                throw damage.Tensor(
                    "InvalidOffset",
                    name,
                    $"data_offsets are [{begin}, {end}]; the begin must not lie behind the end, nor the end behind the {dataLength} bytes of data.");
            }

            var expected = (long)layout.Count * element.DType.Size();
            if (end - begin != expected)
            {
                throw damage.Tensor(
                    "TensorInvalidInfo",
                    name,
                    $"data_offsets [{begin}, {end}] hold {end - begin} bytes, but shape {Shape.Format(layout.Sizes)} of {element.Name} takes {expected}.");
            }
        }

        CheckCoverage(entries, dataLength, damage);
    }

    private static void CheckCoverage(IReadOnlyList<SafetensorsEntry> entries, long dataLength, SafetensorsDamage damage)
    {
        var covered = 0L;
        SafetensorsEntry? previous = null;
        foreach (var entry in entries.OrderBy(entry => entry.Begin).ThenBy(entry => entry.End))
        {
            if (entry.Begin < covered)
                throw damage.Tensor("InvalidOffset", entry.Name, $"begins at {entry.Begin}, inside of tensor '{previous!.Name}', which ends at {covered}.");
            if (entry.Begin > covered)
                throw damage.Tensor("InvalidOffset", entry.Name, $"begins at {entry.Begin}; {covered} is expected, as no byte may belong to no tensor.");
            covered = entry.End;
            previous = entry;
        }

        if (covered != dataLength)
            throw damage.Header("MetadataIncompleteBuffer", $"{dataLength} bytes of data follow the header, but the tensors end at {covered}.");
    }

    /// <summary>A bool that is neither 0 nor 1 breaks comparisons, so it can't be let in.</summary>
    private static void CheckValues(string name, Tensor tensor, SafetensorsDamage damage)
    {
        if (tensor is Tensor<bool> flags && WrongFlag(flags) is { } wrong)
            throw damage.Tensor("TensorInvalidInfo", name, $"element {wrong.Index} is {wrong.Value}; a BOOL is 0 or 1.");
    }

    /// <summary>The first element that is neither 0 nor 1, if there is one.</summary>
    internal static (int Index, byte Value)? WrongFlag(Tensor<bool> flags)
    {
        var bytes = MemoryMarshal.AsBytes(flags.AsView().Span);
        var wrong = bytes.IndexOfAnyExceptInRange((byte)0, (byte)1);
        (int, byte)? found = wrong < 0 ? null : (wrong, bytes[wrong]);
        GC.KeepAlive(flags);
        return found;
    }
}
