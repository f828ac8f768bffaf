using System.Numerics;
using System.Text.Json;
using DslTensors.Tests.Random;
using DslTensors.Tests.Reference;

namespace DslTensors.Tests.Modules.Layers;

/// <summary>Every layer against PyTorch's: what it prints, starts from, computes, passes back and remembers.</summary>
[Collection(DefaultRandomSourceCollection.Name)]
public class LayerReferenceTests
{
    private static readonly LayerCase[] s_cases = [.. ReferenceFile.ReadJson("layers/layers.json").EnumerateArray().Select(element => new LayerCase(element))];

    public static TheoryData<int, string> Cases()
    {
        var data = new TheoryData<int, string>();
        foreach (var (index, found) in s_cases.Index())
            data.Add(index, found.ToString());
        return data;
    }

    /// <summary>Layers that other tests hold against PyTorch, each with the reason.</summary>
    private static readonly Dictionary<string, string> s_elsewhere = new()
    {
        ["ModuleList"] = "a container",
        ["ModuleDict"] = "a container",
        ["Sequential"] = "a container",
        ["ParameterList"] = "a container",
        ["ParameterDict"] = "a container",
        ["Rnn"] = "in SequenceLayerTests",
        ["Gru"] = "in SequenceLayerTests",
        ["Lstm"] = "in SequenceLayerTests",
        ["RnnCell"] = "in SequenceLayerTests",
        ["GruCell"] = "in SequenceLayerTests",
        ["LstmCell"] = "in SequenceLayerTests",
        ["MultiheadAttention"] = "in SequenceLayerTests",
        ["TransformerEncoderLayer"] = "in SequenceLayerTests",
        ["TransformerDecoderLayer"] = "in SequenceLayerTests",
        ["TransformerEncoder"] = "in SequenceLayerTests",
        ["TransformerDecoder"] = "in SequenceLayerTests",
        ["Transformer"] = "in SequenceLayerTests",
    };

    [Fact]
    public void Every_layer_has_a_case()
    {
        Assert.True(LayerCase.Layers.Count > 80, $"only {LayerCase.Layers.Count} layers found");
        Assert.All(
            LayerCase.Layers.Keys.Except(s_elsewhere.Keys),
            layer => Assert.Contains(s_cases, found => found.Layer.Equals(layer, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void Every_layer_has_a_form_for_floats() => Assert.All(
        LayerCase.Layers.Values.Where(type => !s_elsewhere.ContainsKey(LayerCase.NameOf(type))),
        type => Assert.Equal(type.MakeGenericType(typeof(float)), type.Assembly.GetType($"DslTensors.{LayerCase.NameOf(type)}")?.BaseType));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Double(int index, string name) => Check<double>(s_cases[index], name, 1e-10);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Float(int index, string name) => Check<float>(s_cases[index], name, 1e-5);

    private static void Check<T>(LayerCase found, string name, double tolerance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var expected = found.Expected<T>();
        Tensor.ManualSeed(1);
        var layer = found.Create<T>();
        Assert.Equal(found.Text, layer.ToString(), ignoreCase: true);
        CheckState(expected.GetProperty("state"), layer, tolerance: 0, $"{name}: at first");
        foreach (var parameter in layer.Parameters<T>())
            parameter.Data.AddInPlace(Pattern<T>(parameter.Shape, i => (((5 * i) % 7) - 3) / 16.0));

        var inputs = found.Inputs<T>();
        Tensor.ManualSeed(2);
        var output = LayerCase.Forward<T>(layer, inputs);
        CheckTensor(expected.GetProperty("output"), output, tolerance, $"{name}: output");
        if (output.RequiresGrad)
            output.Backward(Pattern<T>(output.Shape, i => (((3 * i) % 11) - 4) / 8.0));
        // PyTorch's gradient of hardsigmoid divides by 6 in float, whatever the type is.
        if (found.Layer == "Hardsigmoid")
            tolerance = Math.Max(tolerance, 1e-7);
        foreach (var (i, grad) in expected.GetProperty("grads").EnumerateArray().Index())
            CheckTensor(grad, (inputs[i] as Tensor<T>)?.Grad, tolerance, $"{name}: gradient of input {i}");
        Assert.Equal(expected.GetProperty("parameter_grads").EnumerateObject().Select(grad => grad.Name), layer.NamedParameters().Select(parameter => parameter.Name));
        foreach (var (key, parameter) in layer.NamedParameters())
            CheckTensor(expected.GetProperty("parameter_grads").GetProperty(key), parameter.Grad, tolerance, $"{name}: gradient of {key}");
        CheckState(expected.GetProperty("state_after"), layer, tolerance, $"{name}: after training");

        layer.Eval();
        CheckTensor(expected.GetProperty("output_eval"), LayerCase.Forward<T>(layer, inputs), tolerance, $"{name}: output of evaluation");
    }

    private static Tensor<T> Pattern<T>(Shape shape, Func<int, double> value)
        where T : unmanaged, IFloatingPointIeee754<T> => Tensor.From([.. Enumerable.Range(0, (int)shape.Count).Select(i => T.CreateTruncating(value(i)))]).Reshape(shape.ToArray());

    private static void CheckState(JsonElement expected, Module layer, double tolerance, string what)
    {
        var state = layer.StateDict();
        Assert.Equal(expected.EnumerateObject().Select(entry => entry.Name), state.Keys);
        foreach (var entry in expected.EnumerateObject())
            CheckTensor(entry.Value, state[entry.Name], tolerance, $"{what}, {entry.Name}");
    }

    private static void CheckTensor(JsonElement expected, Tensor? actual, double tolerance, string what)
    {
        if (expected.ValueKind == JsonValueKind.Null)
        {
            Assert.True(actual is null, $"{what}: a gradient that PyTorch does not have");
            return;
        }

        Assert.True(actual is not null, $"{what} is missing");
        Assert.Equal(expected.GetProperty("shape").EnumerateArray().Select(size => size.GetInt32()), actual.Shape);
        double[] elements = actual switch
        {
            Tensor<float> single => Array.ConvertAll(single.ToArray(), value => (double)value),
            Tensor<double> real => real.ToArray(),
            Tensor<long> integer => Array.ConvertAll(integer.ToArray(), value => (double)value),
            _ => throw new NotSupportedException($"{actual.DType}"),
        };
        foreach (var (i, item) in expected.GetProperty("data").EnumerateArray().Index())
        {
            var value = item.GetDouble();
            Assert.True(
                Math.Abs(value - elements[i]) <= tolerance * Math.Max(1, Math.Abs(value)),
                $"{what}: element {i} is {elements[i]:R}, PyTorch has {value:R}");
        }
    }
}
