using System.Numerics;
using System.Text.Json;
using DslTensors.Tests.Reference;

namespace DslTensors.Tests.Modules;

/// <summary>A model with the weights, the batch and the answers of its reference files.</summary>
internal sealed class ReferenceModel<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Tensor _input;
    private readonly Tensor<long> _targets;

    public ReferenceModel(string name, string extension = "safetensors")
    {
        var (single, real) = ReferenceModels.All[name];
        var file = typeof(T) == typeof(float) ? name : $"{name}_f64";
        Module = typeof(T) == typeof(float) ? single() : real();
        Expected = ReferenceFile.ReadJson($"models/{file}.json");
        State = StateDict.Load(ReferenceFile.PathOf($"models/{file}.{extension}"));
        var input = ReferenceTensor.Parse(Expected.GetProperty("input"));
        _input = input.DType == "int64"
            ? Tensor.From(Array.ConvertAll(input.Data, value => (long)value), input.Shape)
            : Tensor.From(Array.ConvertAll(input.Data, T.CreateTruncating), input.Shape);
        _targets = Tensor.From(Array.ConvertAll(ReferenceTensor.Parse(Expected.GetProperty("targets")).Data, value => (long)value));
    }

    public Module Module { get; }

    public StateDict State { get; }

    public JsonElement Expected { get; }

    public Tensor<T> Forward() => _input switch
    {
        Tensor<long> tokens => ((IForward<Tensor<long>, Tensor<T>>)Module).Forward(tokens),
        _ => ((IForward<Tensor<T>, Tensor<T>>)Module).Forward((Tensor<T>)_input),
    };

    public Tensor<T> Loss()
    {
        var output = Forward();
        return output.Reshape(-1, output.Shape[^1]).CrossEntropy(_targets);
    }

    /// <summary>Trains as one of the runs in the file, and compares each loss, and where it clips gradients each norm.</summary>
    public void Train(string run, double tolerance)
    {
        var expected = Expected.GetProperty("training").GetProperty(run);
        var norms = expected.TryGetProperty("total_norms", out var list) ? list.EnumerateArray().Select(norm => norm.GetDouble()).ToArray() : null;
        var optimizer = norms is null ? Create(run, expected.GetProperty("options")) : new Sgd(Module.Parameters(), lr: 0.1);
        foreach (var (step, loss) in expected.GetProperty("losses").EnumerateArray().Index())
        {
            var actual = Loss();
            ReferenceModelTests.AssertClose(loss.GetDouble(), actual, tolerance, $"loss of step {step}");
            optimizer.ZeroGrad();
            actual.Backward();
            if (norms is not null)
                ReferenceModelTests.AssertClose(norms[step], Module.Parameters().ClipGradNorm(0.1), tolerance, $"norm of step {step}");
            optimizer.Step();
        }
    }

    private Optimizer Create(string run, JsonElement options)
    {
        Tensor[] parameters = [.. Module.Parameters()];
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
