using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DslTensors;

/// <summary>Writes files in the safetensors format, byte for byte as the reference implementation for tensors in this order.</summary>
internal static class SafetensorsWriter
{
    /// <summary>The header is filled up with spaces, so that the data begin at a multiple of this.</summary>
    private const int Alignment = 8;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static void Write(StateDict dict, Stream stream)
    {
        var header = Header(dict);
        Span<byte> prefix = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(prefix, (ulong)header.Length);
        stream.Write(prefix);
        stream.Write(header);
        foreach (var (name, tensor) in dict)
            ElementOf(name, tensor).Write(stream, tensor);
    }

    private static ReadOnlySpan<byte> Header(StateDict dict)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            WriteMetadata(json, dict.Metadata);
            long offset = 0;
            foreach (var (name, tensor) in dict)
                offset = WriteEntry(json, name, tensor, offset);
            json.WriteEndObject();
        }

        var padding = -buffer.WrittenCount & (Alignment - 1);
        buffer.GetSpan(padding)[..padding].Fill((byte)' ');
        buffer.Advance(padding);
        if (buffer.WrittenCount > SafetensorsHeader.MaxLength)
        {
            throw new StateDictException(
                $"The header takes {buffer.WrittenCount} bytes; safetensors allows {SafetensorsHeader.MaxLength}. Save the tensors to several files.");
        }

        return buffer.WrittenSpan;
    }

    private static void WriteMetadata(Utf8JsonWriter json, IDictionary<string, string> metadata)
    {
        if (metadata.Count == 0)
            return;
        json.WriteStartObject(SafetensorsHeader.MetadataKey);
        foreach (var (key, value) in metadata)
        {
            CheckText(key, "metadata key");
            CheckText(value, $"metadata value of '{key}'");
            json.WriteString(key, value);
        }

        json.WriteEndObject();
    }

    /// <returns>Where the next tensor begins.</returns>
    private static long WriteEntry(Utf8JsonWriter json, string name, Tensor tensor, long offset)
    {
        if (name == SafetensorsHeader.MetadataKey)
            throw new StateDictException($"A tensor can't be named '{name}' in a safetensors file: the format keeps that name for texts. Rename it.");
        CheckText(name, "tensor name");
        var element = ElementOf(name, tensor);
        var end = offset + (tensor.Count * element.DType.Size());
        json.WriteStartObject(name);
        json.WriteString("dtype", element.Name);
        json.WriteStartArray("shape");
        foreach (var size in tensor.Shape)
            json.WriteNumberValue(size);
        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(offset);
        json.WriteNumberValue(end);
        json.WriteEndArray();
        json.WriteEndObject();
        return end;
    }

    private static StoredElement ElementOf(string name, Tensor tensor) => StoredElement.Find(tensor.DType)
        ?? throw new StateDictException($"Tensor '{name}' is of type {tensor.DType}, which can't be saved. Convert it first: x.To<float>().");

    private static void CheckText(string text, string role)
    {
        try
        {
            StrictUtf8.GetByteCount(text);
        }
        catch (EncoderFallbackException exception)
        {
            throw new StateDictException($"The {role} '{text}' is not valid Unicode: half of a surrogate pair at character {exception.Index}.", exception);
        }
    }
}
