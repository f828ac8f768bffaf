using System.Text.Json;

namespace DslTensors.Tests.PyTorchSuite;

/// <summary>Arguments of the suite as values of C# parameters.</summary>
internal static class SuiteArgument
{
    /// <summary>The value for a parameter that is no tensor; false if the argument does not fit it.</summary>
    public static bool TryConvert(JsonElement json, Type type, out object? value)
    {
        if (json.ValueKind == JsonValueKind.Null)
        {
            value = type == typeof(Dims) ? (object)default(Dims) : null;
            return !type.IsValueType || Nullable.GetUnderlyingType(type) is not null || type == typeof(Dims);
        }

        type = Nullable.GetUnderlyingType(type) ?? type;
        value = type switch
        {
            _ when type == typeof(int) => Integer(json),
            _ when type == typeof(long) => json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out var wide) ? wide : null,
            _ when type == typeof(bool) => Bool(json),
            _ when type == typeof(double) => Bool(json) is { } flag ? (flag ? 1.0 : 0.0) : Real(json),
            _ when type == typeof(float) => (float?)Real(json),
            _ when type == typeof(Scalar) => Number(json),
            _ when type == typeof(string) => json.ValueKind == JsonValueKind.String && Real(json) is null ? json.GetString() : null,
            _ when type == typeof(int[]) => Integer(json) is { } one ? new[] { one } : Integers(json),
            _ when type == typeof(int[][]) => json.ValueKind == JsonValueKind.Array && json.EnumerateArray().All(item => Integers(item) is not null) ? json.EnumerateArray().Select(item => Integers(item)!).ToArray() : null,
            _ when type == typeof(bool[]) => json.ValueKind == JsonValueKind.Array ? json.EnumerateArray().Select(item => item.GetBoolean()).ToArray() : null,
            _ when type == typeof(double[]) => json.ValueKind == JsonValueKind.Array ? json.EnumerateArray().Select(item => Real(item) ?? double.NaN).ToArray() : null,
            _ when type == typeof(Dims) => Integer(json) is { } dim ? (object)(Dims)dim : Integers(json) is { } dims ? (object)(Dims)dims : null,
            _ when type == typeof(Shape) => Integers(json) is { } sizes ? (object)new Shape(sizes) : null,
            _ when type.IsEnum => json.ValueKind == JsonValueKind.String && Enum.TryParse(type, json.GetString()!.Replace("_", ""), ignoreCase: true, out var member) ? (object?)member : null,
            _ => Converted(json, type),
        };
        return value is not null;
    }

    private static bool? Bool(JsonElement json) => json.ValueKind is JsonValueKind.True or JsonValueKind.False ? json.GetBoolean() : null;

    private static object? Number(JsonElement json)
    {
        if (Bool(json) is { } flag)
            return (Scalar)(flag ? 1 : 0);
        if (json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out var integer))
            return (Scalar)integer;
        return Real(json) is { } real ? (Scalar)real : null;
    }

    /// <summary>The argument as a type that C# converts to from numbers, words or lists.</summary>
    private static object? Converted(JsonElement json, Type type)
    {
        var source = json.ValueKind switch
        {
            JsonValueKind.String => json.GetString(),
            JsonValueKind.Number when Integer(json) is { } integer && type.GetMethod("op_Implicit", [typeof(int)]) is not null => integer,
            JsonValueKind.Number => json.GetDouble(),
            // A null among adaptive sizes keeps that of the input.
            JsonValueKind.Array when json.GetArrayLength() == 2 && json.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Null) => (object)(Integer(json[0]), Integer(json[1])),
            JsonValueKind.Array when json.GetArrayLength() == 3 && json.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Null) => (Integer(json[0]), Integer(json[1]), Integer(json[2])),
            JsonValueKind.Array when Integers(json) is { } integers && type.GetMethod("op_Implicit", [typeof(int[])]) is not null => integers,
            JsonValueKind.Array when json.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Number) => json.EnumerateArray().Select(item => item.GetDouble()).ToArray(),
            _ => null,
        };
        return source is null ? null : type.GetMethod("op_Implicit", [source.GetType()])?.Invoke(null, [source]);
    }

    private static int? Integer(JsonElement json) => json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out var number) ? number : null;

    private static int[]? Integers(JsonElement json) => json.ValueKind == JsonValueKind.Array && json.EnumerateArray().All(item => Integer(item) is not null)
        ? [.. json.EnumerateArray().Select(item => item.GetInt32())]
        : null;

    private static double? Real(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Number => json.GetDouble(),
        JsonValueKind.String when json.GetString() is "NaN" or "Infinity" or "-Infinity" => double.Parse(json.GetString()!),
        _ => null,
    };
}
