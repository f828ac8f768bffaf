using System.Text.Json;

namespace DslTensors.Tests.Operators;

/// <summary>Arguments of reference cases as C# values.</summary>
internal static class ArgumentValue
{
    public static bool TryConvert(JsonElement json, Type type, out object? value)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        value = type switch
        {
            _ when type == typeof(int) => Integer(json),
            _ when type == typeof(long) => (long?)Integer(json),
            _ when type == typeof(bool) => json.ValueKind is JsonValueKind.True or JsonValueKind.False ? json.GetBoolean() : null,
            _ when type == typeof(double) => Real(json),
            _ when type == typeof(Scalar) => Integer(json) is { } integer ? (object)(Scalar)integer : Real(json) is { } real ? (object)(Scalar)real : null,
            _ when type == typeof(string) => json.ValueKind == JsonValueKind.String && Real(json) is null ? json.GetString() : null,
            _ when type == typeof(int[]) => Integers(json),
            _ when type == typeof(Dims) => Integer(json) is { } dim ? (object)(Dims)dim : Integers(json) is { } dims ? (object)(Dims)dims : null,
            _ when type == typeof(PerDimension) => Integer(json) is { } number ? (object)(PerDimension)number : Integers(json) is { } numbers ? (object)(PerDimension)numbers : null,
            _ when type == typeof(Padding) => json.ValueKind == JsonValueKind.String ? (object)(Padding)json.GetString()! : Integer(json) is { } width ? (object)(Padding)width : Integers(json) is { } widths ? (object)(Padding)widths : null,
            _ when type.IsEnum => json.ValueKind == JsonValueKind.String && Enum.TryParse(type, json.GetString()!.Replace("_", ""), ignoreCase: true, out var member) ? member : null,
            _ => null,
        };
        return value is not null;
    }

    private static int? Integer(JsonElement json) => json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out var number) ? number : null;

    private static int[]? Integers(JsonElement json) => json.ValueKind == JsonValueKind.Array && json.EnumerateArray().All(item => Integer(item) is not null)
        ? [.. json.EnumerateArray().Select(item => item.GetInt32())]
        : null;

    private static double? Real(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Number => json.GetDouble(),
        JsonValueKind.String => json.GetString() switch
        {
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            _ => null,
        },
        _ => null,
    };
}
