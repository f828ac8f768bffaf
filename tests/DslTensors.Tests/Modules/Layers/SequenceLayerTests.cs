using System.Numerics;
using System.Text.Json;
using DslTensors.Tests.Random;
using DslTensors.Tests.Reference;

namespace DslTensors.Tests.Modules.Layers;

/// <summary>Recurrent layers, attention and transformer layers against PyTorch: what a fresh one holds, outputs and gradients.</summary>
[Collection(DefaultRandomSourceCollection.Name)]
public class SequenceLayerTests
{
    private static readonly JsonElement[] Cases = [.. ReferenceFile.ReadJson("layers/sequence_layers.json").GetProperty("cases").EnumerateArray()];

    public static TheoryData<string> Names() =>
        [.. Cases.Select((entry, index) => $"{index} {entry.GetProperty("layer")} {entry.GetProperty("options")} {entry.GetProperty("dtype")}")];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_layer_is_PyTorchs(string name)
    {
        var entry = Cases[int.Parse(name[..name.IndexOf(' ')])];
        if (entry.GetProperty("dtype").GetString() == "float64")
            Check<double>(entry, 1e-11);
        else
            Check<float>(entry, 2e-5);
    }

    private static void Check<T>(JsonElement entry, double tolerance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var test = new SequenceLayerCase<T>(entry);
        Tensor.ManualSeed(7);
        var layer = test.Create().Train(entry.GetProperty("train").GetBoolean());

        var state = entry.GetProperty("state");
        Assert.Equal(state.EnumerateObject().Select(item => item.Name), layer.StateDict().Keys);
        foreach (var (name, tensor) in layer.StateDict())
            AssertClose<T>(name, state.GetProperty(name), tensor, 1e-7);

        // Our classes are named as C# names are: Lstm, not LSTM.
        Assert.Equal(entry.GetProperty("repr").GetString()!.Replace("NonDynamicallyQuantizableLinear", "Linear"), layer.ToString(), ignoreCase: true);

        Tensor.ManualSeed(11);
        var outputs = test.Call(layer);
        Assert.Equal(entry.GetProperty("outputs").GetArrayLength(), outputs.Count);
        for (var i = 0; i < outputs.Count; i++)
            AssertClose<T>($"output {i}", entry.GetProperty("outputs")[i], outputs[i], tolerance);

        var losses = outputs.Select(output => (output * Tensor.From(Enumerable.Range(0, (int)output.Count).Select(i => T.CreateTruncating(Math.Cos(i))).ToArray(), output.Shape)).Sum());
        losses.Aggregate((sum, loss) => sum + loss).Backward();
        foreach (var (name, parameter) in layer.NamedParameters())
        {
            Assert.Equal(entry.GetProperty("grads").TryGetProperty(name, out var expected), parameter.Grad is not null);
            if (parameter.Grad is not null)
                AssertClose<T>(name, expected, parameter.Grad, tolerance);
        }

        foreach (var expected in entry.GetProperty("input_grads").EnumerateObject())
            AssertClose<T>(expected.Name, expected.Value, test.Inputs[expected.Name].Grad!, tolerance);
    }

    private static void AssertClose<T>(string name, JsonElement expected, Tensor actual, double tolerance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var reference = ReferenceTensor.Parse(expected);
        Assert.Equal(reference.Shape, actual.Shape.ToArray());
        var values = actual.As<T>().ToArray();
        for (var i = 0; i < values.Length; i++)
        {
            var value = double.CreateTruncating(values[i]);
            Assert.True(Math.Abs(value - reference.Data[i]) <= tolerance * Math.Max(1, Math.Abs(reference.Data[i])), $"{name}[{i}]: {value} instead of {reference.Data[i]}");
        }
    }
}
