using System.Text.Json;

namespace DslTensors.Tests.Reference;

/// <summary>A tensor in a reference file: its elements in row-major order, as doubles whatever their type is.</summary>
/// <param name="DType">The element type.</param>
/// <param name="Shape">The sizes in memory.</param>
/// <param name="Data">The elements.</param>
/// <param name="Order">The order of the dimensions that the tensor shows, if it is another than that in memory.</param>
public sealed record ReferenceTensor(string DType, int[] Shape, double[] Data, int[]? Order = null)
{
    /// <summary>The tensor in a JSON object with <c>dtype</c>, <c>shape</c> and <c>data</c>, or a <c>seed</c> that the elements follow from.</summary>
    public static ReferenceTensor Parse(JsonElement element)
    {
        var shape = Integers(element.GetProperty("shape"));
        return new ReferenceTensor(
            element.GetProperty("dtype").GetString()!,
            shape,
            element.TryGetProperty("seed", out var seed) ? Sown(seed.GetInt32(), shape) : [.. element.GetProperty("data").EnumerateArray().Select(Number)],
            element.TryGetProperty("permute", out var order) ? Integers(order) : null);
    }

    private static int[] Integers(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetInt32())];

    private static double[] Sown(int seed, int[] shape) =>
        [.. Enumerable.Range(0, shape.Aggregate(1, (product, size) => product * size)).Select(i => ((((37 * i) + (101 * seed)) % 64) - 32) / 16.0)];

    private static double Number(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        JsonValueKind.String => double.Parse(element.GetString()!),
        _ => element.GetDouble(),
    };
}
