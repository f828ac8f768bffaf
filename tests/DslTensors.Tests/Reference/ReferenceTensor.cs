using System.Text.Json;

namespace DslTensors.Tests.Reference;

/// <summary>A tensor in a reference file: its elements in row-major order, as doubles whatever their type is.</summary>
public sealed record ReferenceTensor(string DType, int[] Shape, double[] Data)
{
    /// <summary>The tensor in a JSON object with <c>dtype</c>, <c>shape</c> and <c>data</c>.</summary>
    public static ReferenceTensor Parse(JsonElement element) => new(
        element.GetProperty("dtype").GetString()!,
        [.. element.GetProperty("shape").EnumerateArray().Select(size => size.GetInt32())],
        [.. element.GetProperty("data").EnumerateArray().Select(Number)]);

    private static double Number(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        JsonValueKind.String => double.Parse(element.GetString()!),
        _ => element.GetDouble(),
    };
}
