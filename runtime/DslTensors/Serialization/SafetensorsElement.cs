using System.Runtime.InteropServices;

namespace DslTensors;

/// <summary>An element type of the safetensors format, and how its tensors are read and written.</summary>
internal abstract class SafetensorsElement
{
    /// <summary>The types that can be read and written.</summary>
    public static readonly SafetensorsElement[] All =
    [
        new SafetensorsElement<float>("F32"),
        new SafetensorsElement<double>("F64"),
        new SafetensorsElement<Half>("F16"),
        new SafetensorsElement<BFloat16>("BF16"),
        new SafetensorsElement<long>("I64"),
        new SafetensorsElement<int>("I32"),
        new SafetensorsElement<short>("I16"),
        new SafetensorsElement<sbyte>("I8"),
        new SafetensorsElement<byte>("U8"),
        new SafetensorsElement<bool>("BOOL"),
    ];

    private protected SafetensorsElement(string name, DType dtype)
    {
        Name = name;
        DType = dtype;
    }

    /// <summary>The name in a file's header.</summary>
    public string Name { get; }

    public DType DType { get; }

    /// <summary>The type of that name, if this library has it.</summary>
    public static SafetensorsElement? Find(string name) => Array.Find(All, element => element.Name == name);

    /// <summary>The type for tensors of <paramref name="dtype"/>, if the format has it.</summary>
    public static SafetensorsElement? Find(DType dtype) => Array.Find(All, element => element.DType == dtype);

    /// <summary>Reads a tensor from where the stream is.</summary>
    /// <exception cref="EndOfStreamException">The stream is too short.</exception>
    public abstract Tensor Read(Stream stream, StridedLayout layout);

    /// <summary>Writes a tensor's elements in row-major order.</summary>
    public abstract void Write(Stream stream, Tensor tensor);
}

/// <inheritdoc/>
internal sealed class SafetensorsElement<T>(string name) : SafetensorsElement(name, DTypes.Of<T>())
    where T : unmanaged
{
    public override Tensor Read(Stream stream, StridedLayout layout)
    {
        var tensor = Tensor<T>.Allocate(Device.Cpu, layout);
        var elements = tensor.AsView().Span;
        stream.ReadExactly(MemoryMarshal.AsBytes(elements));
        LittleEndian(elements);
        GC.KeepAlive(tensor);
        return tensor;
    }

    public override void Write(Stream stream, Tensor tensor)
    {
        var elements = ((Tensor<T>)tensor).AsView().Dense().Span;
        if (!BitConverter.IsLittleEndian)
        {
            elements = elements.ToArray();
            LittleEndian(elements);
        }

        stream.Write(MemoryMarshal.AsBytes(elements));
        GC.KeepAlive(tensor);
    }

    private static unsafe void LittleEndian(Span<T> elements)
    {
        if (BitConverter.IsLittleEndian)
            return;
        var bytes = MemoryMarshal.AsBytes(elements);
        for (var start = 0; start < bytes.Length; start += sizeof(T))
            bytes.Slice(start, sizeof(T)).Reverse();
    }
}
