using System.Runtime.InteropServices;

namespace DslTensors;

/// <summary>An element type as files hold it: its name in the safetensors format, and how its elements are read and written.</summary>
internal abstract class StoredElement
{
    /// <summary>The types that can be read and written.</summary>
    public static readonly StoredElement[] All =
    [
        new StoredElement<float>("F32"),
        new StoredElement<double>("F64"),
        new StoredElement<Half>("F16"),
        new StoredElement<BFloat16>("BF16"),
        new StoredElement<long>("I64"),
        new StoredElement<int>("I32"),
        new StoredElement<short>("I16"),
        new StoredElement<sbyte>("I8"),
        new StoredElement<byte>("U8"),
        new StoredElement<bool>("BOOL"),
    ];

    private protected StoredElement(string name, DType dtype)
    {
        Name = name;
        DType = dtype;
    }

    /// <summary>The name in the header of a safetensors file.</summary>
    public string Name { get; }

    public DType DType { get; }

    /// <summary>The type of that name, if this library has it.</summary>
    public static StoredElement? Find(string name) => Array.Find(All, element => element.Name == name);

    /// <summary>The type for tensors of <paramref name="dtype"/>, if the format has it.</summary>
    public static StoredElement? Find(DType dtype) => Array.Find(All, element => element.DType == dtype);

    /// <summary>Reads a tensor from where the stream is.</summary>
    /// <exception cref="EndOfStreamException">The stream is too short.</exception>
    public abstract Tensor Read(Stream stream, StridedLayout layout, bool isBigEndian = false);

    /// <summary>Writes a tensor's elements in row-major order.</summary>
    public abstract void Write(Stream stream, Tensor tensor);
}

/// <inheritdoc/>
internal sealed class StoredElement<T>(string name) : StoredElement(name, DTypes.Of<T>())
    where T : unmanaged
{
    public override Tensor Read(Stream stream, StridedLayout layout, bool isBigEndian = false)
    {
        var tensor = Tensor<T>.Allocate(Device.Cpu, layout);
        var elements = tensor.AsView().Span;
        stream.ReadExactly(MemoryMarshal.AsBytes(elements));
        if (isBigEndian == BitConverter.IsLittleEndian)
            ReverseBytes(elements);
        GC.KeepAlive(tensor);
        return tensor;
    }

    public override void Write(Stream stream, Tensor tensor)
    {
        var elements = ((Tensor<T>)tensor).AsView().Dense().Span;
        if (!BitConverter.IsLittleEndian)
        {
            elements = elements.ToArray();
            ReverseBytes(elements);
        }

        stream.Write(MemoryMarshal.AsBytes(elements));
        GC.KeepAlive(tensor);
    }

    private static unsafe void ReverseBytes(Span<T> elements)
    {
        var bytes = MemoryMarshal.AsBytes(elements);
        for (var start = 0; start < bytes.Length; start += sizeof(T))
            bytes.Slice(start, sizeof(T)).Reverse();
    }
}
