using Benchmarks.Harness;
using DslTensors;

namespace Benchmarks.Workloads;

/// <summary>Sums and norms over one dimension of four million numbers.</summary>
internal static class Reductions
{
    private const double Bytes = 4.0 * 64 * 64 * 32 * 32;

    public static IEnumerable<Workload> All =>
    [
        new("reductions", "norm p=1 over dim 3 of (64,64,32,32)", 10, () => Of(x => x.Norm(1, dim: 3))) { Bytes = Bytes },
        new("reductions", "sum over dim 1 of (64,64,32,32)", 1, () => Of(x => x.Sum(1))) { Bytes = Bytes },
    ];

    private static Side Of(Func<Tensor<float>, Tensor<float>> reduce)
    {
        var x = Values.Uniform(1, 64, 64, 32, 32);
        return Values.Computing(() => reduce(x));
    }
}
