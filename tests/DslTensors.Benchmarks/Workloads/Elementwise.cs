using Benchmarks.Harness;
using DslTensors;

namespace Benchmarks.Workloads;

/// <summary>One pass over four million numbers.</summary>
internal static partial class Elementwise
{
    private const int Count = 1 << 22;

    public static IEnumerable<Workload> All =>
    [
        new("elementwise", "4 Mi add", 1, () => Binary((x, y) => x + y)) { Bytes = 12.0 * Count },
        new("elementwise", "4 Mi clamp", 1, () => Unary(x => x.Clamp(-0.5f, 0.5f))) { Bytes = 8.0 * Count },
        new("elementwise", "4 Mi sign", 1, () => Unary(x => x.Sign())) { Bytes = 8.0 * Count },
        new("elementwise", "4 Mi GELU", 1, () => Unary(x => x.Gelu())) { Bytes = 8.0 * Count },
        new("elementwise", "4 Mi x*sigmoid(1.702x)+1", 4, () => Unary(x => x.QuickGeluPlusOne())) { Bytes = 8.0 * Count },
    ];

    private static Side Unary(Func<Tensor<float>, Tensor<float>> function)
    {
        var x = Values.Uniform(1, Count);
        return Values.Computing(() => function(x));
    }

    private static Side Binary(Func<Tensor<float>, Tensor<float>, Tensor<float>> function)
    {
        var x = Values.Uniform(1, Count);
        var y = Values.Uniform(2, Count);
        return Values.Computing(() => function(x, y));
    }
}

/// <summary>An operator as a user declares it.</summary>
internal static partial class UserOperators
{
    /// <summary>x times the sigmoid of 1.702 x, and 1.</summary>
    [Elementwise]
    private static float QuickGeluPlusOne(float x) => (x / (1 + MathF.Exp(-1.702f * x))) + 1;
}
