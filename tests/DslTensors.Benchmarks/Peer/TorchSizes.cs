using Benchmarks.Harness;
using Benchmarks.Workloads;
using TorchSharp;
using static TorchSharp.torch;

namespace Benchmarks.Peer;

/// <summary>The same operators from 16 to 64 million numbers.</summary>
internal static class TorchSizes
{
    public static IEnumerable<(string Name, Func<Side> Make)> Sides =>
        Enumerable.Range(2, 12).Select(half => 2 * half).SelectMany(power => new (string, Func<Side>)[]
        {
            ($"size 2^{power} add", () => Of((x, y) => x + y, 1 << power)),
            ($"size 2^{power} sum", () => Of((x, _) => x.sum(), 1 << power)),
            ($"size 2^{power} bmm", () => Of(bmm, Sizes.BmmSizes(power) is var (batch, size) ? [batch, size, size] : [])),
        });

    private static Side Of(Func<Tensor, Tensor, Tensor> function, params long[] shape)
    {
        var a = TorchSide.Uniform(1, shape);
        var b = TorchSide.Uniform(2, shape);
        return TorchSide.Computing(() => function(a, b));
    }
}
