using Benchmarks.Harness;
using TorchSharp;
using static TorchSharp.torch;

namespace Benchmarks.Peer;

/// <summary>Operators on a few numbers.</summary>
internal static class TorchSmall
{
    public static IEnumerable<(string Name, Func<Side> Make)> Sides =>
    [
        ("scalar add", ScalarAdd),
        ("bmm [10,2,5]x[10,5,2]", Bmm),
        ("sum(x^2 + x^3) of 5, forward and backward", PowerSum),
    ];

    private static Side ScalarAdd()
    {
        var a = tensor(1.5f);
        var b = tensor(2.5f);
        return TorchSide.Computing(() => a + b);
    }

    private static Side Bmm()
    {
        var a = TorchSide.Uniform(1, 10, 2, 5);
        var b = TorchSide.Uniform(2, 10, 5, 2);
        return TorchSide.Computing(() => bmm(a, b));
    }

    private static Side PowerSum()
    {
        var x = TorchSide.UniformWithGrad(1, 5);
        return TorchSide.Stepping(
            () =>
            {
                x.grad?.zero_();
                (x.pow(2) + x.pow(3)).sum().backward();
            },
            () => [x.grad!]);
    }
}
