namespace DslTensors.Tests.Operators;

/// <summary>PyTorch's names of element types.</summary>
internal static class ElementTypeNames
{
    public static Type TypeOf(string name) => name switch
    {
        "float64" => typeof(double),
        "float32" => typeof(float),
        "float16" => typeof(Half),
        "bfloat16" => typeof(BFloat16),
        "int64" => typeof(long),
        "int32" => typeof(int),
        "int16" => typeof(short),
        "int8" => typeof(sbyte),
        "uint8" => typeof(byte),
        "bool" => typeof(bool),
        _ => throw new InvalidOperationException($"no element type is called {name}"),
    };

    /// <summary>The tensor with its elements converted to the type of a name.</summary>
    public static Tensor Convert(Tensor tensor, string name) => name switch
    {
        "float64" => tensor.To<double>(),
        "float32" => tensor.To<float>(),
        "float16" => tensor.To<Half>(),
        "bfloat16" => tensor.To<BFloat16>(),
        "int64" => tensor.To<long>(),
        "int32" => tensor.To<int>(),
        "int16" => tensor.To<short>(),
        "int8" => tensor.To<sbyte>(),
        "uint8" => tensor.To<byte>(),
        _ => tensor.To<bool>(),
    };

    public static string Of(DType dtype) => dtype.ToString().ToLowerInvariant();
}
