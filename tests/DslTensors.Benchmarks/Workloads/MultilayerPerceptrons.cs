using Benchmarks.Harness;
using DslTensors;

namespace Benchmarks.Workloads;

/// <summary>Two linear layers with a ReLU between them, from the smallest to one that is all matrix product.</summary>
internal static class MultilayerPerceptrons
{
    public static IEnumerable<Workload> All =>
    [
        Step(8, 16, 3, 6, 20),
        Inference(8, 16, 3, 6, 10),
        Step(64, 32, 10, 32, 5),
        Inference(64, 32, 10, 32, 2),
        Step(784, 128, 10, 64, 1.4),
        Inference(784, 128, 10, 64, 1),
        Step(784, 1024, 10, 256, 0.95),
    ];

    private static double Products(int inputs, int hidden, int outputs, int batch) => 2.0 * batch * ((double)inputs * hidden + (double)hidden * outputs);

    private static Workload Step(int inputs, int hidden, int outputs, int batch, double required) =>
        new("networks", $"MLP {inputs}-{hidden}-{outputs} b{batch} SGD step", required, () => Trained(inputs, hidden, outputs, batch))
        {
            Flops = (3 * Products(inputs, hidden, outputs, batch)) - (2.0 * batch * inputs * hidden),
        };

    private static Workload Inference(int inputs, int hidden, int outputs, int batch, double required) =>
        new("networks", $"MLP {inputs}-{hidden}-{outputs} b{batch} inference", required, () => Run(inputs, hidden, outputs, batch))
        {
            Flops = Products(inputs, hidden, outputs, batch),
        };

    private static Side Trained(int inputs, int hidden, int outputs, int batch)
    {
        var model = Values.Filled(new Mlp(inputs, hidden, outputs));
        var optimizer = new Sgd(model.Parameters(), lr: 0.01);
        var x = Values.Uniform(1, batch, inputs);
        var y = Values.Classes(batch, outputs, 2);
        return Values.Training(model, () =>
        {
            optimizer.ZeroGrad();
            Tensor.CrossEntropy(model.Forward(x), y).Backward();
            optimizer.Step();
        });
    }

    private static Side Run(int inputs, int hidden, int outputs, int batch)
    {
        var model = Values.Filled(new Mlp(inputs, hidden, outputs));
        var x = Values.Uniform(1, batch, inputs);
        return Values.Computing(() =>
        {
            using var scope = Autograd.NoGrad();
            return model.Forward(x);
        });
    }
}

/// <summary>The model.</summary>
[Module]
internal sealed partial class Mlp(int inputs, int hidden, int outputs)
{
    public Linear Fc1 { get; } = new(inputs, hidden);

    public Linear Fc2 { get; } = new(hidden, outputs);

    public Tensor<float> Forward(Tensor<float> x) => Fc2.Forward(Fc1.Forward(x).Relu());
}
