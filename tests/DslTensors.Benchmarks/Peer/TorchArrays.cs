using Benchmarks.Harness;
using TorchSharp;
using static TorchSharp.torch;

namespace Benchmarks.Peer;

/// <summary>Products, passes over many numbers, reductions, normalizations, joining.</summary>
internal static class TorchArrays
{
    private const int Count = 1 << 22;

    public static IEnumerable<(string Name, Func<Side> Make)> Sides =>
    [
        ("mm 1024", () => Binary(mm, [1024, 1024], [1024, 1024])),
        ("bmm 64 x (128x64 . 64x128)", () => Binary(bmm, [64, 128, 64], [64, 64, 128])),
        ("4 Mi add", () => Binary((x, y) => x + y, [Count], [Count])),
        ("4 Mi clamp", () => Unary(x => x.clamp(-0.5f, 0.5f), Count)),
        ("4 Mi sign", () => Unary(x => x.sign(), Count)),
        ("4 Mi GELU", () => Unary(x => nn.functional.gelu(x), Count)),
        ("4 Mi x*sigmoid(1.702x)+1", QuickGelu),
        ("norm p=1 over dim 3 of (64,64,32,32)", () => Unary(x => linalg.vector_norm(x, 1, [3]), 64, 64, 32, 32)),
        ("sum over dim 1 of (64,64,32,32)", () => Unary(x => x.sum(1), 64, 64, 32, 32)),
        ("softmax 4096x1000", () => Unary(x => x.softmax(1), 4096, 1000)),
        ("layer norm 4096x1024", () => Layer(TorchSide.Filled(nn.LayerNorm(1024)), layer => layer.forward, 4096, 1024)),
        ("layer norm 4096x1024 forward and backward", () => Both(TorchSide.Filled(nn.LayerNorm(1024)), layer => layer.forward, 4096, 1024)),
        ("batch norm 32x64x32x32", () => Layer(TorchSide.Filled(nn.BatchNorm2d(64)), layer => layer.forward, 32, 64, 32, 32)),
        ("batch norm 32x64x32x32 forward and backward", () => Both(TorchSide.Filled(nn.BatchNorm2d(64)), layer => layer.forward, 32, 64, 32, 32)),
        ("stack of 64 256x256, dim 0", () => Joined(parts => stack(parts, 0))),
        ("stack of 64 256x256, dim -1", () => Joined(parts => stack(parts, -1))),
        ("cat of 64 256x256, dim 1", () => Joined(parts => cat(parts, 1))),
    ];

    private static Side Unary(Func<Tensor, Tensor> function, params long[] shape)
    {
        var x = TorchSide.Uniform(1, shape);
        return TorchSide.Computing(() => function(x));
    }

    private static Side Binary(Func<Tensor, Tensor, Tensor> function, long[] left, long[] right)
    {
        var a = TorchSide.Uniform(1, left);
        var b = TorchSide.Uniform(2, right);
        return TorchSide.Computing(() => function(a, b));
    }

    private static Side QuickGelu()
    {
        var x = TorchSide.Uniform(1, Count);
        return TorchSide.Computing(() =>
        {
            using var scope = NewDisposeScope();
            return ((x * (x * 1.702f).sigmoid()) + 1).MoveToOuterDisposeScope();
        });
    }

    private static Side Layer<TModule>(TModule layer, Func<TModule, Func<Tensor, Tensor>> forwardOf, params long[] shape)
        where TModule : nn.Module
    {
        var forward = forwardOf(layer);
        var x = TorchSide.Uniform(1, shape);
        return TorchSide.Computing(() =>
        {
            using var none = no_grad();
            return forward(x);
        });
    }

    private static Side Both<TModule>(TModule layer, Func<TModule, Func<Tensor, Tensor>> forwardOf, params long[] shape)
        where TModule : nn.Module
    {
        var forward = forwardOf(layer);
        var x = TorchSide.UniformWithGrad(1, shape);
        var weights = TorchSide.Uniform(2, shape);
        return TorchSide.Stepping(
            () =>
            {
                x.grad?.zero_();
                layer.zero_grad();
                forward(x).backward([weights]);
            },
            () => [x.grad!, .. layer.parameters().Select(parameter => parameter.grad!)]);
    }

    private static Side Joined(Func<Tensor[], Tensor> join)
    {
        var parts = Enumerable.Range(0, 64).Select(i => TorchSide.Uniform(i, 256, 256)).ToArray();
        return TorchSide.Computing(() => join(parts));
    }
}
