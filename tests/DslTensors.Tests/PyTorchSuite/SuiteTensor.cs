using System.Text.Json;

namespace DslTensors.Tests.PyTorchSuite;

/// <summary>A tensor of the suite: its elements in row-major order, and its strides where it is not contiguous.</summary>
/// <param name="DType">PyTorch's name of the element type.</param>
/// <param name="Shape">The sizes.</param>
/// <param name="Strides">In elements; <see langword="null"/> if contiguous.</param>
/// <param name="Data">The elements; <see langword="null"/> if they depend on chance.</param>
public sealed record SuiteTensor(string DType, int[] Shape, int[]? Strides, JsonElement? Data)
{
    private static readonly Dictionary<string, Type> s_types = new()
    {
        ["float64"] = typeof(double),
        ["float32"] = typeof(float),
        ["float16"] = typeof(Half),
        ["int64"] = typeof(long),
        ["int32"] = typeof(int),
        ["int16"] = typeof(short),
        ["int8"] = typeof(sbyte),
        ["uint8"] = typeof(byte),
        ["bool"] = typeof(bool),
    };

    /// <summary>The C# type of PyTorch's element type, if there is one.</summary>
    public static Type? ElementType(string dtype) => s_types.GetValueOrDefault(dtype);

    public static SuiteTensor Parse(JsonElement element) => new(
        element.GetProperty("dtype").GetString()!,
        Sizes(element.GetProperty("shape")),
        element.TryGetProperty("strides", out var strides) ? Sizes(strides) : null,
        element.TryGetProperty("data", out var data) ? data : null);

    /// <summary>The elements as reals.</summary>
    public double[] Reals() => [.. Data!.Value.EnumerateArray().Select(Number)];

    /// <summary>The tensor, with PyTorch's strides.</summary>
    public Tensor Create() => Strides is null ? Contiguous() : Placed(Contiguous(), Strides);

    /// <summary>The tensor with gaps between its elements.</summary>
    public Tensor CreateSpread()
    {
        var strides = StridedLayout.Contiguous(Shape).Strides.Select(stride => stride * 2).ToArray();
        return Shape.Length == 0 || Strides is not null ? Create() : Placed(Contiguous(), strides);
    }

    internal static double Number(JsonElement element) => element.ValueKind == JsonValueKind.String ? double.Parse(element.GetString()!) : element.GetDouble();

    private static int[] Sizes(JsonElement element) => [.. element.EnumerateArray().Select(size => size.GetInt32())];

    private Tensor Contiguous()
    {
        if (ElementType(DType) is null)
            throw new NotSupportedException($"there is no {DType} here");
        if (DType.StartsWith("float", StringComparison.Ordinal))
        {
            var reals = Tensor.From(Reals()).Reshape(Shape);
            return DType switch { "float64" => reals, "float32" => reals.To<float>(), _ => reals.To<Half>() };
        }

        var integers = Tensor.From([.. Data!.Value.EnumerateArray().Select(item => item.GetInt64())]).Reshape(Shape);
        return DType switch
        {
            "int64" => integers,
            "int32" => integers.To<int>(),
            "int16" => integers.To<short>(),
            "int8" => integers.To<sbyte>(),
            "uint8" => integers.To<byte>(),
            "bool" => integers.To<bool>(),
            _ => throw new NotSupportedException($"there is no {DType} here"),
        };
    }

    private static Tensor Placed(Tensor contiguous, int[] strides) => contiguous switch
    {
        Tensor<double> tensor => Placed(tensor, strides),
        Tensor<float> tensor => Placed(tensor, strides),
        Tensor<long> tensor => Placed(tensor, strides),
        Tensor<int> tensor => Placed(tensor, strides),
        Tensor<byte> tensor => Placed(tensor, strides),
        Tensor<bool> tensor => Placed(tensor, strides),
        _ => throw new NotSupportedException($"no strided {contiguous.DType} is expected"),
    };

    private static Tensor<T> Placed<T>(Tensor<T> tensor, int[] strides)
        where T : unmanaged
    {
        var layout = StridedLayout.Strided(tensor.Shape.ToArray(), strides);
        var extent = 1 + layout.Sizes.Zip(layout.Strides, (size, stride) => (size - 1) * stride).Sum();
        var memory = new T[tensor.Count == 0 ? 0 : extent];
        var elements = tensor.ToArray();
        for (var i = 0; i < elements.Length; i++)
            memory[Offset(i, layout)] = elements[i];
        return Tensor.From<T>(memory).Alias(layout, 0);
    }

    private static int Offset(int index, StridedLayout layout)
    {
        var offset = 0;
        for (var dim = layout.Rank - 1; dim >= 0; dim--)
        {
            offset += index % layout.Sizes[dim] * layout.Strides[dim];
            index /= layout.Sizes[dim];
        }

        return offset;
    }
}
