using System.Globalization;
using System.Text.Json;
using DslTensors.Tests.Reference;

namespace DslTensors.Tests.Tensors;

/// <summary>Tensors of all types and many shapes print as in PyTorch, whose name before types is left out.</summary>
public class PrintingReferenceTests
{
    [Fact]
    public void Texts_are_those_of_PyTorch()
    {
        var cases = ReferenceFile.ReadJson("printing/printing.json");
        var failures = cases.EnumerateArray().Select(Failure).OfType<string>().ToList();
        Assert.True(cases.GetArrayLength() > 350);
        Assert.True(failures.Count == 0, $"{failures.Count} of {cases.GetArrayLength()} differ:\n{string.Join("\n\n", failures.Take(12))}");
    }

    private static string? Failure(JsonElement json)
    {
        Tensor tensor = json.GetProperty("dtype").GetString() switch
        {
            "float32" => Make<float>(json),
            "float64" => Make<double>(json),
            "float16" => Make<Half>(json),
            "bfloat16" => Make<BFloat16>(json),
            "int64" => Make<long>(json),
            "int32" => Make<int>(json),
            "int16" => Make<short>(json),
            "int8" => Make<sbyte>(json),
            "uint8" => Make<byte>(json),
            "bool" => Tensor.From(json.GetProperty("data").EnumerateArray().Select(item => item.GetString() == "True").ToArray()).Reshape(ShapeOf(json)),
            var other => throw new NotSupportedException(other),
        };
        var (expected, actual) = (json.GetProperty("text").GetString()!.Replace("torch.", ""), tensor.ToString()!);
        return actual == expected ? null : $"{json.GetRawText()[..Math.Min(100, json.GetRawText().Length)]}\nexpected:\n{expected}\nactual:\n{actual}";
    }

    private static Tensor<T> Make<T>(JsonElement json)
        where T : unmanaged, System.Numerics.INumber<T>
    {
        Tensor<T> tensor;
        if (json.TryGetProperty("scale", out var scale))
        {
            var count = ShapeOf(json).Aggregate(1, (product, size) => product * size);
            tensor = Tensor.From(Enumerable.Range(0, count).Select(i => T.CreateTruncating(i * scale.GetDouble())).ToArray());
        }
        else
        {
            tensor = Tensor.From(json.GetProperty("data").EnumerateArray().Select(item => Parse<T>(item.GetString()!)).ToArray());
        }

        tensor = tensor.Reshape(ShapeOf(json)).Detach();
        if (json.TryGetProperty("requires_grad", out _))
            tensor.RequiresGrad = true;
        if (!json.TryGetProperty("history", out _))
            return tensor;
        var factor = tensor.Clone();
        tensor.RequiresGrad = true;
        return tensor * factor;
    }

    private static T Parse<T>(string text)
        where T : unmanaged, System.Numerics.INumber<T> => text switch
        {
            "inf" => T.CreateChecked(double.PositiveInfinity),
            "-inf" => T.CreateChecked(double.NegativeInfinity),
            "nan" => T.CreateChecked(double.NaN),
            _ when text.Contains('.') || text.Contains('e') => T.CreateTruncating(double.Parse(text, CultureInfo.InvariantCulture)),
            _ => T.Parse(text, CultureInfo.InvariantCulture),
        };

    private static int[] ShapeOf(JsonElement json) => [.. json.GetProperty("shape").EnumerateArray().Select(size => size.GetInt32())];
}
