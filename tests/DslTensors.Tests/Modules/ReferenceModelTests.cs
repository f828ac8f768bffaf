using System.Numerics;
using System.Text.Json;
using DslTensors.Tests.Reference;

namespace DslTensors.Tests.Modules;

/// <summary>PyTorch's models, from its checkpoints: names, outputs, gradients, and training runs step by step.</summary>
public class ReferenceModelTests
{
    private const double SingleTolerance = 1e-4;
    private const double DoubleTolerance = 1e-10;

    public static TheoryData<string> Models => [.. ReferenceModels.All.Keys];

    public static TheoryData<string, string> Runs()
    {
        var runs = new TheoryData<string, string>();
        foreach (var model in ReferenceModels.All.Keys)
        {
            foreach (var run in ReferenceFile.ReadJson($"models/{model}.json").GetProperty("training").EnumerateObject())
                runs.Add(model, run.Name);
        }

        return runs;
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Names_and_their_order_are_PyTorchs(string model)
    {
        CheckNames(new ReferenceModel<float>(model));
        CheckNames(new ReferenceModel<double>(model));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Both_kinds_of_checkpoints_load(string model)
    {
        CheckLoading(new ReferenceModel<float>(model, "pt"), new ReferenceModel<float>(model, "safetensors"));
        CheckLoading(new ReferenceModel<double>(model, "pt"), new ReferenceModel<double>(model, "safetensors"));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Outputs_losses_and_gradients_are_PyTorchs(string model)
    {
        CheckStep(new ReferenceModel<float>(model), 1e-5);
        CheckStep(new ReferenceModel<double>(model), DoubleTolerance);
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Training_in_float_is_PyTorchs(string model, string run) => Train(new ReferenceModel<float>(model), run, SingleTolerance);

    [Theory]
    [MemberData(nameof(Runs))]
    public void Training_in_double_is_PyTorchs(string model, string run) => Train(new ReferenceModel<double>(model), run, DoubleTolerance);

    internal static void AssertClose<T>(double expected, Tensor<T> actual, double tolerance, string what)
        where T : unmanaged, IFloatingPointIeee754<T> => AssertClose(expected, double.CreateChecked(actual.Item()), tolerance, what);

    internal static void AssertClose(double expected, double value, double tolerance, string what)
    {
        Assert.True(Math.Abs(expected - value) <= tolerance * Math.Max(1, Math.Abs(expected)), $"{what} is {value:R}, PyTorch has {expected:R}");
    }

    private static void CheckNames<T>(ReferenceModel<T> model)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Assert.Equal(Strings(model.Expected, "keys"), model.Module.StateDict().Keys);
        Assert.Equal(Strings(model.Expected, "named_parameters"), model.Module.NamedParameters().Select(parameter => parameter.Name));
        Assert.Equal(Strings(model.Expected, "buffers"), model.Module.NamedBuffers().Select(buffer => buffer.Name));
    }

    private static void CheckLoading<T>(ReferenceModel<T> one, ReferenceModel<T> other)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        one.Module.LoadStateDict(one.State);
        other.Module.LoadStateDict(other.State);
        var loaded = other.Module.StateDict();
        foreach (var (key, tensor) in one.Module.StateDict())
        {
            Assert.Equal(other.State[key].Shape, tensor.Shape);
            Assert.Equal(Elements(other.State[key]), Elements(tensor));
            Assert.Equal(Elements(tensor), Elements(loaded[key]));
        }
    }

    private static void CheckStep<T>(ReferenceModel<T> model, double tolerance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        model.Module.LoadStateDict(model.State);
        using (model.Module.Inference())
        {
            var output = model.Forward();
            Assert.False(output.RequiresGrad);
            AssertClose(model.Expected.GetProperty("output_eval"), output, tolerance, "output");
        }

        var loss = model.Loss();
        loss.Backward();
        AssertClose(model.Expected.GetProperty("loss").GetDouble(), loss, tolerance, "loss");
        foreach (var (name, parameter) in model.Module.NamedParameters())
            AssertClose(model.Expected.GetProperty("grads").GetProperty(name), (Tensor<T>)parameter.Grad!, tolerance, $"gradient of {name}");

        model.Module.ZeroGrad();
        Assert.All(model.Module.Parameters(), parameter => Assert.Null(parameter.Grad));
    }

    private static void Train<T>(ReferenceModel<T> model, string run, double tolerance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        model.Module.LoadStateDict(model.State);
        model.Train(run, tolerance);
    }

    private static void AssertClose<T>(JsonElement element, Tensor<T> actual, double tolerance, string what)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var expected = ReferenceTensor.Parse(element);
        Assert.Equal(expected.Shape, actual.Shape.ToArray());
        var elements = Array.ConvertAll(actual.ToArray(), double.CreateChecked);

        // A bias before a batch norm has the gradient 0, of which rounding leaves something.
        var scale = Math.Max(1e-2, expected.Data.Max(Math.Abs));
        for (var i = 0; i < elements.Length; i++)
            Assert.True(Math.Abs(expected.Data[i] - elements[i]) <= tolerance * scale, $"{what}: element {i} is {elements[i]:R}, PyTorch has {expected.Data[i]:R}");
    }

    private static double[] Elements(Tensor tensor) => tensor switch
    {
        Tensor<float> single => Array.ConvertAll(single.ToArray(), value => (double)value),
        Tensor<double> real => real.ToArray(),
        Tensor<long> integer => Array.ConvertAll(integer.ToArray(), value => (double)value),
        Tensor<bool> flags => Array.ConvertAll(flags.ToArray(), value => value ? 1.0 : 0),
        _ => throw new NotSupportedException($"{tensor.DType}"),
    };

    private static IEnumerable<string?> Strings(JsonElement element, string property) => element.GetProperty(property).EnumerateArray().Select(text => text.GetString());
}
