using Benchmarks.Harness;
using DslTensors;

namespace Benchmarks.Workloads;

/// <summary>Convolutions, recurrence and attention, as models use them.</summary>
internal static class Networks
{
    public static IEnumerable<Workload> All =>
    [
        new("networks", "CNN 8x8 b64 Adam step", 1.3, ConvNetStep) { Tolerance = 2e-3 },
        new("networks", "conv2d 3x3 64->64 on 32x32 b16, forward and backward", 0.8, Convolution) { Flops = 3 * 2.0 * 16 * 32 * 32 * 64 * 64 * 9, Tolerance = 1e-3 },
        new("networks", "LSTM 64-128, T 32, b 32, forward and backward", 1, Recurrent) { Flops = 3 * 2.0 * 32 * 32 * (64 + 128) * 512, Tolerance = 1e-3 },
        new("networks", "tiny GPT Adam step", 2, TinyGptStep) { Tolerance = 5e-3 },
        new("networks", "transformer block 8x64x128, forward and backward", 1, TransformerBlock) { Flops = 3 * 2.0 * 8 * 64 * ((12.0 * 128 * 128) + (2.0 * 64 * 128)), Tolerance = 1e-3 },
    ];

    private static Side ConvNetStep()
    {
        var model = Values.Filled(new ConvNet());
        var optimizer = new Adam(model.Parameters(), lr: 1e-3);
        var x = Values.Uniform(1, 64, 1, 8, 8);
        var y = Values.Classes(64, 10, 2);
        return Values.Training(model, () =>
        {
            optimizer.ZeroGrad();
            Tensor.CrossEntropy(model.Forward(x), y).Backward();
            optimizer.Step();
        });
    }

    private static Side Convolution()
    {
        var layer = Values.Filled(new Conv2d(64, 64, 3, padding: 1));
        var x = Values.UniformWithGrad(1, 16, 64, 32, 32);
        var weights = Values.Uniform(2, 16, 64, 32, 32);
        return new Side(
            () =>
            {
                x.Grad = null;
                layer.ZeroGrad();
                layer.Forward(x).Backward(weights);
            },
            () => [.. Values.Numbers(x.Grad!), .. Values.Numbers(layer.Weight.Grad!)]);
    }

    private static Side Recurrent()
    {
        var layer = Values.Filled(new Lstm(64, 128));
        var x = Values.UniformWithGrad(1, 32, 32, 64);
        return new Side(
            () =>
            {
                x.Grad = null;
                layer.ZeroGrad();
                layer.Forward(x).Output.Sum().Backward();
            },
            () => [.. Values.Numbers(x.Grad!), .. layer.Parameters().SelectMany(parameter => Values.Numbers(((Tensor<float>)parameter).Grad!))]);
    }

    private static Side TinyGptStep()
    {
        var model = Values.Filled(new Gpt(11, 6, 16, 2, 4));
        var optimizer = new Adam(model.Parameters(), lr: 1e-3);
        var tokens = Values.Classes(8 * 6, 11, 1).Reshape(8, 6);
        var next = Values.Classes(8 * 6, 11, 2);
        return Values.Training(model, () =>
        {
            optimizer.ZeroGrad();
            Tensor.CrossEntropy(model.Forward(tokens).Reshape(-1, 11), next).Backward();
            optimizer.Step();
        });
    }

    private static Side TransformerBlock()
    {
        var block = Values.Filled(new GptBlock(128, 4));
        var x = Values.UniformWithGrad(1, 8, 64, 128);
        var weights = Values.Uniform(2, 8, 64, 128);
        return new Side(
            () =>
            {
                x.Grad = null;
                block.ZeroGrad();
                block.Forward(x).Backward(weights);
            },
            () => [.. Values.Numbers(x.Grad!), .. block.Parameters().SelectMany(parameter => Values.Numbers(((Tensor<float>)parameter).Grad!))]);
    }
}
