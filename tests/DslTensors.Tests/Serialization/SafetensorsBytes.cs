using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace DslTensors.Tests.Serialization;

/// <summary>The safetensors format once more, in its simplest form: what tests build files with and read them back by.</summary>
public static class SafetensorsBytes
{
    /// <summary>A file of this header and <paramref name="dataLength"/> bytes of data: 0, 1, 2, ...</summary>
    public static byte[] Of(string header, int dataLength) => Of(Encoding.UTF8.GetBytes(header), [.. Enumerable.Range(0, dataLength).Select(i => (byte)i)]);

    public static byte[] Of(byte[] header, byte[] data)
    {
        var prefix = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(prefix, header.Length);
        return [.. prefix, .. header, .. data];
    }

    /// <summary>The header's text of a sound file.</summary>
    public static string Header(byte[] file) => Encoding.UTF8.GetString(file, 8, (int)BinaryPrimitives.ReadInt64LittleEndian(file));

    /// <summary>Name, type, sizes and bytes of each tensor of a sound file, in the order of the header.</summary>
    public static List<(string Name, string DType, int[] Shape, byte[] Data)> Tensors(byte[] file)
    {
        var start = 8 + (int)BinaryPrimitives.ReadInt64LittleEndian(file);
        using var header = JsonDocument.Parse(Header(file));
        var tensors = new List<(string, string, int[], byte[])>();
        foreach (var property in header.RootElement.EnumerateObject().Where(property => property.Name != "__metadata__"))
        {
            var offsets = property.Value.GetProperty("data_offsets");
            tensors.Add((
                property.Name,
                property.Value.GetProperty("dtype").GetString()!,
                [.. property.Value.GetProperty("shape").EnumerateArray().Select(size => size.GetInt32())],
                file[(start + offsets[0].GetInt32())..(start + offsets[1].GetInt32())]));
        }

        return tensors;
    }
}
