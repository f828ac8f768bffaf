using System.Numerics;
using System.Text.Json;
using DslTensors.Tests.Reference;

namespace DslTensors.Tests.Optimizers;

/// <summary>Training runs of a small network from a saved checkpoint, step by step against the losses that PyTorch had.</summary>
public class TrainingReferenceTests
{
    private static readonly JsonElement Single = ReferenceFile.ReadJson("models/mlp.json");
    private static readonly JsonElement Double = ReferenceFile.ReadJson("models/mlp_f64.json");

    public static TheoryData<string> Runs() =>
        [.. Single.GetProperty("training").EnumerateObject().Select(run => run.Name)];

    [Theory]
    [MemberData(nameof(Runs))]
    public void Losses_in_float_are_PyTorchs(string run) => Train<float>(Single, "models/mlp.safetensors", run, 1e-5);

    [Theory]
    [MemberData(nameof(Runs))]
    public void Losses_in_double_are_PyTorchs(string run) => Train<double>(Double, "models/mlp_f64.safetensors", run, 1e-12);

    private static void Train<T>(JsonElement reference, string checkpoint, string run, double tolerance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var weights = StateDict.Load(ReferenceFile.PathOf(checkpoint));
        var (scale, w1, b1) = (Weight("input_scale"), Weight("fc1.weight"), Weight("fc1.bias"));
        var (w2, b2) = (Weight("fc2.weight"), Weight("fc2.bias"));
        Tensor<T>[] parameters = [w1, b1, w2, b2];
        foreach (var parameter in parameters)
            parameter.RequiresGrad = true;

        var input = ReferenceTensor.Parse(reference.GetProperty("input"));
        var x = Tensor.From(Array.ConvertAll(input.Data, T.CreateTruncating), input.Shape);
        var targets = Tensor.From(Array.ConvertAll(ReferenceTensor.Parse(reference.GetProperty("targets")).Data, value => (long)value));
        var training = reference.GetProperty("training").GetProperty(run);
        var norms = training.TryGetProperty("total_norms", out var totals) ? totals.EnumerateArray().Select(norm => norm.GetDouble()).ToArray() : null;
        var optimizer = norms is null ? Create(run, parameters, training.GetProperty("options")) : new Sgd(parameters, lr: 0.1);
        var step = 0;
        foreach (var expected in training.GetProperty("losses").EnumerateArray())
        {
            var loss = Tensor.Linear(Tensor.Linear(x * scale, w1, b1).Relu(), w2, b2).CrossEntropy(targets);
            Assert.Equal(expected.GetDouble(), double.CreateChecked(loss.Item()), tolerance);
            optimizer.ZeroGrad();
            loss.Backward();
            if (norms is not null)
                Assert.Equal(norms[step++], parameters.ClipGradNorm(0.1), tolerance);
            optimizer.Step();
        }

        Tensor<T> Weight(string name) => (Tensor<T>)weights[name];
    }

    private static Optimizer Create(string run, Tensor[] parameters, JsonElement options)
    {
        var lr = Number("lr", double.NaN);
        return run.Split('_')[0] switch
        {
            "sgd" => new Sgd(parameters, lr, momentum: Number("momentum"), weightDecay: Number("weight_decay"), nesterov: Flag("nesterov")),
            "adam" => new Adam(parameters, lr, weightDecay: Number("weight_decay"), amsgrad: Flag("amsgrad")),
            "adamw" => new AdamW(parameters, lr, weightDecay: Number("weight_decay", 0.01)),
            "rmsprop" => new RmsProp(parameters, lr, momentum: Number("momentum"), centered: Flag("centered")),
            "adagrad" => new Adagrad(parameters, lr),
            _ => throw new InvalidOperationException($"no test trains by '{run}'"),
        };

        double Number(string name, double missing = 0) => options.TryGetProperty(name, out var value) ? value.GetDouble() : missing;

        bool Flag(string name) => options.TryGetProperty(name, out var value) && value.GetBoolean();
    }
}
