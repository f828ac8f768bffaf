using Benchmarks.Harness;
using DslTensors;

namespace Benchmarks.Workloads;

/// <summary>Many tensors put into one.</summary>
internal static class Joining
{
    private const double Bytes = 8.0 * 64 * 256 * 256;

    public static IEnumerable<Workload> All =>
    [
        new("joining", "stack of 64 256x256, dim 0", 1, () => Of(parts => Tensor.Stack(parts, 0))) { Bytes = Bytes },
        new("joining", "stack of 64 256x256, dim -1", 3, () => Of(parts => Tensor.Stack(parts, -1))) { Bytes = Bytes },
        new("joining", "cat of 64 256x256, dim 1", 1, () => Of(parts => Tensor.Cat(parts, 1))) { Bytes = Bytes },
    ];

    private static Side Of(Func<Tensor<float>[], Tensor<float>> join)
    {
        var parts = Enumerable.Range(0, 64).Select(i => Values.Uniform(i, 256, 256)).ToArray();
        return Values.Computing(() => join(parts));
    }
}
