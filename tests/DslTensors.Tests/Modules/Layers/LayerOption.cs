using System.Numerics;
using System.Text.Json;
using DslTensors.Tests.Reference;

namespace DslTensors.Tests.Modules.Layers;

/// <summary>Options of PyTorch's layers as arguments of constructors here.</summary>
internal static class LayerOption
{
    public static object? Of<T>(Type type, JsonElement value)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (value.ValueKind == JsonValueKind.Null)
            return null;
        if (type == typeof(PerDimension))
            return PerDimension(value);
        if (type == typeof(ScaleFactor))
            return value.ValueKind == JsonValueKind.Number ? (ScaleFactor)value.GetDouble() : (ScaleFactor)value.EnumerateArray().Select(item => item.GetDouble()).ToArray();
        if (type == typeof(Padding))
            return value.ValueKind == JsonValueKind.String ? (Padding)value.GetString()! : (Padding)(PerDimension)PerDimension(value);
        if (type == typeof(Tensor<T>))
        {
            var tensor = ReferenceTensor.Parse(value);
            return Tensor.From(Array.ConvertAll(tensor.Data, T.CreateTruncating), tensor.Shape);
        }

        if (type == typeof(int[]))
            return value.EnumerateArray().Select(item => item.GetInt32()).ToArray();
        if (type.IsEnum)
            return Enum.Parse(type, value.GetString()!, ignoreCase: true);
        return type == typeof(bool) ? value.GetBoolean()
            : type == typeof(int) ? value.GetInt32()
            : type == typeof(double) ? value.GetDouble()
            : type == typeof(string) ? value.GetString()
            : throw new InvalidOperationException($"no option is a {type}");
    }

    private static object PerDimension(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Number)
            return (PerDimension)value.GetInt32();
        int?[] numbers = [.. value.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Null ? null : (int?)item.GetInt32())];
        return numbers.Contains(null) ? (PerDimension)(numbers[0], numbers[1]) : (PerDimension)numbers.Select(number => number!.Value).ToArray();
    }
}
