using Benchmarks.Harness;
using DslTensors;

namespace Benchmarks.Workloads;

/// <summary>Operators on a few numbers, where nothing but the cost of a call is seen.</summary>
internal static class SmallOperators
{
    public static IEnumerable<Workload> All =>
    [
        new("small", "scalar add", 5, ScalarAdd),
        new("small", "bmm [10,2,5]x[10,5,2]", 4, Bmm),
        new("small", "sum(x^2 + x^3) of 5, forward and backward", 40, PowerSum),
    ];

    private static Side ScalarAdd()
    {
        var a = Tensor.From(1.5f);
        var b = Tensor.From(2.5f);
        return Values.Computing(() => a + b);
    }

    private static Side Bmm()
    {
        var a = Values.Uniform(1, 10, 2, 5);
        var b = Values.Uniform(2, 10, 5, 2);
        return Values.Computing(() => Tensor.Bmm(a, b));
    }

    private static Side PowerSum()
    {
        var x = Values.UniformWithGrad(1, 5);
        return new Side(
            () =>
            {
                x.Grad = null;
                (x.Pow(2) + x.Pow(3)).Sum().Backward();
            },
            () => Values.Numbers(x.Grad!));
    }
}
