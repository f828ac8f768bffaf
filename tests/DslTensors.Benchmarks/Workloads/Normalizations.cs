using Benchmarks.Harness;
using DslTensors;

namespace Benchmarks.Workloads;

/// <summary>Softmax and the normalizations of layers, forward, and the layers backward too.</summary>
internal static class Normalizations
{
    public static IEnumerable<Workload> All =>
    [
        new("normalizations", "softmax 4096x1000", 1, () => Softmax()) { Bytes = 8.0 * 4096 * 1000 },
        new("normalizations", "layer norm 4096x1024", 1, () => Forward(Values.Filled(new LayerNorm(1024)).Forward, 4096, 1024)) { Bytes = 8.0 * 4096 * 1024 },
        new("normalizations", "layer norm 4096x1024 forward and backward", 1, () => Both(Values.Filled(new LayerNorm(1024)), layer => layer.Forward, 4096, 1024)) { Tolerance = 1e-3 },
        new("normalizations", "batch norm 32x64x32x32", 1, () => Forward(Values.Filled(new BatchNorm2d(64)).Forward, 32, 64, 32, 32)) { Bytes = 8.0 * 32 * 64 * 32 * 32 },
        new("normalizations", "batch norm 32x64x32x32 forward and backward", 1, () => Both(Values.Filled(new BatchNorm2d(64)), layer => layer.Forward, 32, 64, 32, 32)) { Tolerance = 1e-3 },
    ];

    private static Side Softmax()
    {
        var x = Values.Uniform(1, 4096, 1000);
        return Values.Computing(() => x.Softmax(1));
    }

    private static Side Forward(Func<Tensor<float>, Tensor<float>> forward, params int[] shape)
    {
        var x = Values.Uniform(1, shape);
        return Values.Computing(() =>
        {
            using var scope = Autograd.NoGrad();
            return forward(x);
        });
    }

    private static Side Both<TModule>(TModule layer, Func<TModule, Func<Tensor<float>, Tensor<float>>> forwardOf, params int[] shape)
        where TModule : Module
    {
        var forward = forwardOf(layer);
        var x = Values.UniformWithGrad(1, shape);
        var weights = Values.Uniform(2, shape);
        return new Side(
            () =>
            {
                x.Grad = null;
                layer.ZeroGrad();
                forward(x).Backward(weights);
            },
            () => [.. Values.Numbers(x.Grad!), .. layer.Parameters().SelectMany(parameter => Values.Numbers(((Tensor<float>)parameter).Grad!))]);
    }
}
