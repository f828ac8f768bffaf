using System.Numerics;
using System.Text.Json;
using DslTensors.Tests.Reference;

namespace DslTensors.Tests.Random;

/// <summary>Every form of dropout against PyTorch's after the same seed: results, gradients, and how many numbers were drawn.</summary>
[Collection(DefaultRandomSourceCollection.Name)]
public class DropoutReferenceTests
{
    private static readonly JsonElement s_cases = ReferenceFile.ReadJson("random/dropout.json");

    public static TheoryData<int, string> Cases()
    {
        var cases = new TheoryData<int, string>();
        foreach (var (index, element) in s_cases.EnumerateArray().Index())
            cases.Add(index, $"{element.GetProperty("op")} {element.GetProperty("layout")} {element.GetProperty("dtype")} {element.GetProperty("p")}");
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Drops_what_PyTorch_drops(int index, string name)
    {
        if (name.Contains("float32"))
            Check<float>(s_cases[index], 1e-6, inPlace: false);
        else
            Check<double>(s_cases[index], 1e-15, inPlace: false);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_form_in_place_does_the_same(int index, string name)
    {
        if (name.Contains("float64") && !name.Contains("expanded"))
            Check<double>(s_cases[index], 1e-15, inPlace: true);
    }

    private static void Check<T>(JsonElement expected, double tolerance, bool inPlace)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int[] shape = [.. expected.GetProperty("shape").EnumerateArray().Select(size => size.GetInt32())];
        var values = new T[shape.Aggregate(1, (product, size) => product * size)];
        for (var i = 0; i < values.Length; i++)
            values[i] = T.CreateChecked((i * 0.25) - 1.5);
        var input = Tensor.From(values, shape);
        input.RequiresGrad = true;
        var seen = View(inPlace ? input.Clone() : input, expected.GetProperty("layout").GetString()!);
        var (name, p) = (expected.GetProperty("op").GetString()!, expected.GetProperty("p").GetDouble());

        Tensor.ManualSeed(5);
        var result = inPlace ? InPlace(name, seen, p) : Call(name, seen, p);
        Assert.Equal(expected.GetProperty("next").GetDouble(), Tensor.Rand().Item(), 1e-7);
        AssertClose(expected.GetProperty("result"), result, tolerance);
        result.Sum().Backward();
        AssertClose(expected.GetProperty("grad"), input.Grad!, tolerance);
    }

    private static Tensor<T> Call<T>(string name, Tensor<T> input, double p)
        where T : unmanaged, IFloatingPointIeee754<T> => name switch
        {
            "dropout" => input.Dropout(p),
            "alpha_dropout" => input.AlphaDropout(p, training: true),
            "dropout1d" => input.Dropout1d(p),
            "dropout2d" => input.Dropout2d(p),
            "dropout3d" => input.Dropout3d(p),
            "feature_alpha_dropout" => input.FeatureAlphaDropout(p, training: true),
            _ => throw new InvalidOperationException(name),
        };

    private static Tensor<T> InPlace<T>(string name, Tensor<T> input, double p)
        where T : unmanaged, IFloatingPointIeee754<T> => name switch
        {
            "dropout" => input.DropoutInPlace(p),
            "alpha_dropout" => input.AlphaDropoutInPlace(p, training: true),
            "dropout1d" => input.Dropout1dInPlace(p),
            "dropout2d" => input.Dropout2dInPlace(p),
            "dropout3d" => input.Dropout3dInPlace(p),
            "feature_alpha_dropout" => input.FeatureAlphaDropoutInPlace(p, training: true),
            _ => throw new InvalidOperationException(name),
        };

    // The views of dropout.py.
    private static Tensor<T> View<T>(Tensor<T> x, string layout)
        where T : unmanaged => layout switch
        {
            "transposed" => x.Transpose(0, 1),
            "permuted" => x.Permute(2, 0, 3, 1),
            "narrowed" => x.Narrow(1, 1, 3),
            "part of transposed" => x.Transpose(0, 1).Narrow(0, 1, 3),
            "expanded" => x.Expand(3, 4),
            "expanded in front" => x.Expand(2, 3),
            "expanded and transposed" => x.Expand(2, 4, 3).Transpose(0, 2),
            _ => x,
        };

    private static void AssertClose<T>(JsonElement expected, Tensor<T> actual, double tolerance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var elements = actual.ToArray();
        Assert.Equal(expected.GetArrayLength(), elements.Length);
        foreach (var (i, value) in expected.EnumerateArray().Index())
            Assert.Equal(value.GetDouble(), double.CreateChecked(elements[i]), tolerance * Math.Max(1, Math.Abs(value.GetDouble())));
    }
}
