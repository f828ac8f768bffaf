namespace DslTensors;

/// <summary>The element type of a tensor; each names one C# type.</summary>
public enum DType
{
    /// <summary><see langword="float"/>.</summary>
    Float32,

    /// <summary><see langword="double"/>.</summary>
    Float64,

    /// <summary><see cref="Half"/>.</summary>
    Float16,

    /// <summary><see cref="DslTensors.BFloat16"/>.</summary>
    BFloat16,

    /// <summary><see langword="long"/>.</summary>
    Int64,

    /// <summary><see langword="int"/>.</summary>
    Int32,

    /// <summary><see langword="short"/>.</summary>
    Int16,

    /// <summary><see langword="sbyte"/>.</summary>
    Int8,

    /// <summary><see langword="byte"/>.</summary>
    UInt8,

    /// <summary><see langword="bool"/>.</summary>
    Bool,
}

/// <summary>The correspondence between <see cref="DType"/> and C# types.</summary>
public static class DTypes
{
    /// <summary>The element type that <typeparamref name="T"/> stands for.</summary>
    /// <exception cref="TensorException"><typeparamref name="T"/> is no element type.</exception>
    public static DType Of<T>()
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
            return DType.Float32;
        if (typeof(T) == typeof(double))
            return DType.Float64;
        if (typeof(T) == typeof(long))
            return DType.Int64;
        if (typeof(T) == typeof(int))
            return DType.Int32;
        if (typeof(T) == typeof(bool))
            return DType.Bool;
        if (typeof(T) == typeof(byte))
            return DType.UInt8;
        if (typeof(T) == typeof(Half))
            return DType.Float16;
        if (typeof(T) == typeof(BFloat16))
            return DType.BFloat16;
        if (typeof(T) == typeof(short))
            return DType.Int16;
        if (typeof(T) == typeof(sbyte))
            return DType.Int8;
        throw new TensorException($"{typeof(T)} is not an element type. Use float, double, Half, BFloat16, long, int, short, sbyte, byte or bool.");
    }

    /// <summary>Whether elements are real numbers, so that gradients exist.</summary>
    public static bool IsFloatingPoint(this DType dtype) => dtype <= DType.BFloat16;

    /// <summary>The size of an element in bytes.</summary>
    public static int Size(this DType dtype) => dtype switch
    {
        DType.Float64 or DType.Int64 => 8,
        DType.Float32 or DType.Int32 => 4,
        DType.Float16 or DType.BFloat16 or DType.Int16 => 2,
        _ => 1,
    };

    /// <summary>PyTorch's name of the legacy tensor type, which its messages use: <c>torch.DoubleTensor</c> less the prefix.</summary>
    internal static string LegacyName(this DType dtype) => dtype switch
    {
        DType.Float32 => "FloatTensor",
        DType.Float64 => "DoubleTensor",
        DType.Float16 => "HalfTensor",
        DType.BFloat16 => "BFloat16Tensor",
        DType.Int64 => "LongTensor",
        DType.Int32 => "IntTensor",
        DType.Int16 => "ShortTensor",
        DType.Int8 => "CharTensor",
        DType.UInt8 => "ByteTensor",
        _ => "BoolTensor",
    };
}
