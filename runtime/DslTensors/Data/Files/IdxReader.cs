using System.Buffers.Binary;

namespace DslTensors;

/// <summary>Reads files in the idx format, which the MNIST digits come in: a type, sizes, and elements. Files may be compressed with gzip.</summary>
public static class IdxReader
{
    private const int MaxRank = 64;

    /// <summary>Reads a file of a known element type, e.g. <c>IdxReader.Read&lt;byte&gt;("train-images-idx3-ubyte.gz")</c>.</summary>
    /// <typeparam name="T">byte, sbyte, short, int, float or double.</typeparam>
    /// <exception cref="DataFileException">The file is damaged, or of another element type.</exception>
    /// <exception cref="IOException">There is no such file, or it can't be read.</exception>
    public static Tensor<T> Read<T>(string path)
        where T : unmanaged
    {
        var tensor = Read(path);
        return tensor as Tensor<T> ?? throw new DataFileException(
            $"{path}: the elements are {tensor.DType}, not {DTypes.Of<T>()}. Read the file without a type argument, and convert: IdxReader.Read(path).To<{typeof(T).Name}>().");
    }

    /// <summary>Reads a file of any element type.</summary>
    /// <exception cref="DataFileException">The file is damaged.</exception>
    /// <exception cref="IOException">There is no such file, or it can't be read.</exception>
    public static Tensor Read(string path) => DataFile.Read(path, (content, length) =>
    {
        // A compressed file does not say how long it is: it is read twice rather than believed.
        var known = length ?? DataFile.Read(path, (first, _) => LengthOf(first));
        try
        {
            return Read(content, known, path);
        }
        catch (EndOfStreamException exception)
        {
            throw new DataFileException($"{path}: the file became shorter while it was read.", exception);
        }
    });

    private static long LengthOf(Stream content)
    {
        var buffer = new byte[1 << 16];
        var length = 0L;
        while (content.Read(buffer) is > 0 and var count)
            length += count;
        return length;
    }

    private static Tensor Read(Stream content, long length, string path)
    {
        Span<byte> start = stackalloc byte[sizeof(int)];
        if (length < start.Length)
            throw new DataFileException($"{path}: this is no idx file: it has {length} bytes, and the first 4 say what it holds.");
        content.ReadExactly(start);
        if (start is not [0, 0, var type, var rank])
            throw new DataFileException($"{path}: this is no idx file: it begins with bytes 0x{start[0]:x2} 0x{start[1]:x2}, and two zeros are expected.");
        var element = ElementOf(type) ?? throw new DataFileException(
            $"{path}: the element type is 0x{type:x2}; 0x08 (byte), 0x09 (sbyte), 0x0b (short), 0x0c (int), 0x0d (float) and 0x0e (double) are known.");
        if (rank > MaxRank)
            throw new DataFileException($"{path}: the file says that it has {rank} dimensions; up to {MaxRank} are read.");
        var headerLength = sizeof(int) * (1 + rank);
        if (length < headerLength)
            throw new DataFileException($"{path}: the file has {length} bytes, and the sizes of {rank} dimensions alone end at byte {headerLength}.");

        var sizes = new int[rank];
        var count = 1L;
        for (var i = 0; i < sizes.Length; i++)
        {
            content.ReadExactly(start);
            var size = BinaryPrimitives.ReadUInt32BigEndian(start);
            if (size > int.MaxValue)
                throw new DataFileException($"{path}: size {size} in dimension {i} is above {int.MaxValue}.");
            sizes[i] = (int)size;
            count = Math.Min(count * size, int.MaxValue + 1L);
        }

        var expected = headerLength + (count * element.DType.Size());
        if (count > int.MaxValue)
            throw new DataFileException($"{path}: shape {Shape.Format(sizes)} has more than {int.MaxValue} elements.");
        if (length != expected)
        {
            throw new DataFileException(
                $"{path}: shape {Shape.Format(sizes)} of {element.DType} makes a file of {expected} bytes, and this one has {length}. " +
                (length < expected ? "It is cut off." : "Something follows its data."));
        }

        return element.Read(content, StridedLayout.Contiguous(sizes), isBigEndian: true);
    }

    private static StoredElement? ElementOf(byte type) => type switch
    {
        0x08 => StoredElement.Find(DType.UInt8),
        0x09 => StoredElement.Find(DType.Int8),
        0x0b => StoredElement.Find(DType.Int16),
        0x0c => StoredElement.Find(DType.Int32),
        0x0d => StoredElement.Find(DType.Float32),
        0x0e => StoredElement.Find(DType.Float64),
        _ => null,
    };
}
