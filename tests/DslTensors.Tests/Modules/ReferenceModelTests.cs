using System.Numerics;
using System.Text.Json;
using DslTensors.Tests.Random;
using DslTensors.Tests.Reference;

namespace DslTensors.Tests.Modules;

/// <summary>PyTorch's checkpoints and starting values.</summary>
[Collection(DefaultRandomSourceCollection.Name)]
public class ReferenceModelTests
{
    [Fact]
    public void ACheckpointOfPyTorchLoadsIntoTheSameModel()
    {
        var expected = ReferenceFile.ReadJson("models/mlp.json");
        var model = new Mlp();

        Assert.Equal(Strings(expected, "keys"), model.StateDict().Keys);
        Assert.Equal(Strings(expected, "named_parameters"), model.NamedParameters().Select(parameter => parameter.Name));
        Assert.Equal(Strings(expected, "buffers"), model.NamedBuffers().Select(buffer => buffer.Name));

        var state = StateDict.Load(ReferenceFile.PathOf("models/mlp.safetensors"));
        model.LoadStateDict(state);
        Assert.Equal(((Tensor<float>)state["fc2.weight"]).ToArray(), model.Fc2.Weight.ToArray());
        Assert.Equal(((Tensor<float>)state["input_scale"]).ToArray(), model.InputScale.ToArray());
    }

    [Fact]
    public void OutputLossAndGradientsArePyTorchs()
    {
        var expected = ReferenceFile.ReadJson("models/mlp.json");
        var input = ReferenceTensor.Parse(expected.GetProperty("input"));
        var targets = ReferenceTensor.Parse(expected.GetProperty("targets"));
        var model = new Mlp();
        model.LoadStateDict(StateDict.Load(ReferenceFile.PathOf("models/mlp.safetensors")));
        var x = Tensor.From(Array.ConvertAll(input.Data, value => (float)value)).Reshape(input.Shape);

        using (model.Inference())
        {
            var output = model.Forward(x);
            Assert.False(output.RequiresGrad);
            AssertClose(ReferenceTensor.Parse(expected.GetProperty("output_eval")), output);
        }

        var loss = Tensor.CrossEntropy(model.Forward(x), Tensor.From(Array.ConvertAll(targets.Data, value => (long)value)));
        loss.Backward();
        Assert.Equal(expected.GetProperty("loss").GetDouble(), loss.Item(), 1e-6);
        foreach (var (name, parameter) in model.NamedParameters())
            AssertClose(ReferenceTensor.Parse(expected.GetProperty("grads").GetProperty(name)), (Tensor<float>)parameter.Grad!);

        model.ZeroGrad();
        Assert.All(model.Parameters(), parameter => Assert.Null(parameter.Grad));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(123)]
    public void AFreshLinearLayerIsPyTorchs(long seed)
    {
        CheckLinear<float>(seed, "float32");
        CheckLinear<double>(seed, "float64");
    }

    private static void CheckLinear<T>(long seed, string dtype)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var expected = ReferenceFile.ReadJson("random.json").EnumerateArray()
            .Single(entry => entry.GetProperty("seed").GetInt64() == seed && entry.GetProperty("call").GetString() == $"Linear(4, 3) weight, bias {dtype}")
            .GetProperty("results").EnumerateArray().Select(ReferenceTensor.Parse).ToList();

        Tensor.ManualSeed(seed);
        var layer = new Linear<T>(4, 3);

        Assert.Equal([3, 4], layer.Weight.Shape.ToArray());
        Assert.Equal(expected[0].Data, layer.Weight.ToArray().Select(double.CreateTruncating));
        Assert.Equal(expected[1].Data, layer.Bias!.ToArray().Select(double.CreateTruncating));
    }

    private static void AssertClose(ReferenceTensor expected, Tensor<float> actual)
    {
        Assert.Equal(expected.Shape, actual.Shape.ToArray());
        Assert.All(expected.Data.Zip(actual.ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }

    private static IEnumerable<string?> Strings(JsonElement element, string property) => element.GetProperty(property).EnumerateArray().Select(text => text.GetString());
}

/// <summary>The model of <c>mlp.json</c>.</summary>
[Module]
public partial class Mlp
{
    [Buffer(8)]
    public partial Tensor<float> InputScale { get; }

    [Buffer(3, Persistent = false)]
    public partial Tensor<float> Scratch { get; }

    public Linear Fc1 { get; } = new(8, 16);

    public Linear Fc2 { get; } = new(16, 3);

    [return: Shape("b 3")]
    public Tensor<float> Forward([Shape("b 8")] Tensor<float> x) => Fc2.Forward(Fc1.Forward(x * InputScale).Relu());
}
