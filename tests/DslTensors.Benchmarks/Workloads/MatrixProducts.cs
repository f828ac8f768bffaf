using Benchmarks.Harness;
using DslTensors;

namespace Benchmarks.Workloads;

/// <summary>Products of matrices.</summary>
internal static class MatrixProducts
{
    public static IEnumerable<Workload> All =>
    [
        new("matrix", "mm 1024", 0.9, () => Product((a, b) => Tensor.Mm(a, b), [1024, 1024], [1024, 1024])) { Flops = 2.0 * 1024 * 1024 * 1024 },
        new("matrix", "bmm 64 x (128x64 . 64x128)", 0.9, () => Product((a, b) => Tensor.Bmm(a, b), [64, 128, 64], [64, 64, 128])) { Flops = 2.0 * 64 * 128 * 64 * 128 },
    ];

    private static Side Product(Func<Tensor<float>, Tensor<float>, Tensor<float>> product, int[] left, int[] right)
    {
        var a = Values.Uniform(1, left);
        var b = Values.Uniform(2, right);
        return Values.Computing(() => product(a, b));
    }
}
