using Benchmarks.Harness;
using TorchSharp;
using static TorchSharp.torch;

namespace Benchmarks.Peer;

/// <summary>Models and their training steps.</summary>
internal static class TorchNetworks
{
    public static IEnumerable<(string Name, Func<Side> Make)> Sides =>
    [
        .. Perceptron(8, 16, 3, 6),
        .. Perceptron(64, 32, 10, 32),
        .. Perceptron(784, 128, 10, 64),
        .. Perceptron(784, 1024, 10, 256),
        ("CNN 8x8 b64 Adam step", ConvNetStep),
        ("conv2d 3x3 64->64 on 32x32 b16, forward and backward", Convolution),
        ("LSTM 64-128, T 32, b 32, forward and backward", Recurrent),
        ("tiny GPT Adam step", TinyGptStep),
        ("transformer block 8x64x128, forward and backward", TransformerBlock),
    ];

    private static IEnumerable<(string Name, Func<Side> Make)> Perceptron(int inputs, int hidden, int outputs, int batch) =>
    [
        ($"MLP {inputs}-{hidden}-{outputs} b{batch} SGD step", () =>
        {
            var model = TorchSide.Filled(new TorchMlp(inputs, hidden, outputs));
            return Trained(model, optim.SGD(model.parameters(), 0.01), TorchSide.Uniform(1, batch, inputs), TorchSide.Classes(batch, outputs, 2));
        }),
        ($"MLP {inputs}-{hidden}-{outputs} b{batch} inference", () =>
        {
            var model = TorchSide.Filled(new TorchMlp(inputs, hidden, outputs));
            var x = TorchSide.Uniform(1, batch, inputs);
            return new Side(
                () =>
                {
                    using var none = no_grad();
                    using var scope = NewDisposeScope();
                    model.forward(x);
                },
                () => TorchSide.Numbers(model.forward(x)));
        }),
    ];

    private static Side Trained(nn.Module<Tensor, Tensor> model, optim.Optimizer optimizer, Tensor x, Tensor y) =>
        TorchSide.Stepping(
            () =>
            {
                optimizer.zero_grad();
                nn.functional.cross_entropy(model.forward(x), y).backward();
                optimizer.step();
            },
            () => model.parameters());

    private static Side ConvNetStep()
    {
        var model = TorchSide.Filled(new TorchConvNet());
        return Trained(model, optim.Adam(model.parameters(), 1e-3), TorchSide.Uniform(1, 64, 1, 8, 8), TorchSide.Classes(64, 10, 2));
    }

    private static Side Convolution()
    {
        var layer = TorchSide.Filled(nn.Conv2d(64, 64, 3, padding: 1));
        return ForwardAndBackward(layer, layer.forward, [16, 64, 32, 32], [16, 64, 32, 32], () => [layer.weight!.grad!]);
    }

    private static Side Recurrent()
    {
        var layer = TorchSide.Filled(nn.LSTM(64, 128));
        var x = TorchSide.UniformWithGrad(1, 32, 32, 64);
        return TorchSide.Stepping(
            () =>
            {
                x.grad?.zero_();
                layer.zero_grad();
                layer.forward(x).Item1.sum().backward();
            },
            () => [x.grad!, .. layer.parameters().Select(parameter => parameter.grad!)]);
    }

    private static Side TinyGptStep()
    {
        var model = TorchSide.Filled(new TorchGpt(11, 6, 16, 2, 4));
        var optimizer = optim.Adam(model.parameters(), 1e-3);
        var tokens = TorchSide.Classes(8 * 6, 11, 1).reshape(8, 6);
        var next = TorchSide.Classes(8 * 6, 11, 2);
        return TorchSide.Stepping(
            () =>
            {
                optimizer.zero_grad();
                nn.functional.cross_entropy(model.forward(tokens).reshape(-1, 11), next).backward();
                optimizer.step();
            },
            () => model.parameters());
    }

    private static Side TransformerBlock()
    {
        var block = TorchSide.Filled(new TorchGptBlock(128, 4));
        return ForwardAndBackward(block, block.forward, [8, 64, 128], [8, 64, 128], () => block.parameters().Select(parameter => parameter.grad!));
    }

    private static Side ForwardAndBackward(nn.Module module, Func<Tensor, Tensor> forward, long[] input, long[] output, Func<IEnumerable<Tensor>> gradients)
    {
        var x = TorchSide.UniformWithGrad(1, input);
        var weights = TorchSide.Uniform(2, output);
        return TorchSide.Stepping(
            () =>
            {
                x.grad?.zero_();
                module.zero_grad();
                forward(x).backward([weights]);
            },
            () => [x.grad!, .. gradients()]);
    }
}
