using Benchmarks.Harness;
using DslTensors;

namespace Benchmarks.Workloads;

/// <summary>The same operators from 16 to 64 million numbers: where work is shared between threads, and where caches end, a step must not show.</summary>
internal static class Sizes
{
    public static IEnumerable<Workload> All =>
        Enumerable.Range(2, 12).Select(half => 2 * half).SelectMany(power => new Workload[]
        {
            new("sizes", $"size 2^{power} add", 0.8, () => Add(1 << power)) { Bytes = 12.0 * (1 << power) },
            new("sizes", $"size 2^{power} sum", 0.8, () => Sum(1 << power)) { Bytes = 4.0 * (1 << power), Tolerance = 1e-3 },
            new("sizes", $"size 2^{power} bmm", 0.8, () => Bmm(power)) { Flops = BmmFlops(power), Tolerance = 1e-3 },
        });

    /// <summary>The shapes of a product in which each operand has 2^power numbers: square matrices up to 512, then more of them.</summary>
    public static (int Batch, int Size) BmmSizes(int power)
    {
        var size = 1 << Math.Min(power / 2 - 1, 9);
        return ((1 << power) / size / size, size);
    }

    private static double BmmFlops(int power)
    {
        var (batch, size) = BmmSizes(power);
        return 2.0 * batch * size * size * size;
    }

    private static Side Add(int count)
    {
        var x = Values.Uniform(1, count);
        var y = Values.Uniform(2, count);
        return Values.Computing(() => x + y);
    }

    private static Side Sum(int count)
    {
        var x = Values.Uniform(1, count);
        return Values.Computing(() => x.Sum());
    }

    private static Side Bmm(int power)
    {
        var (batch, size) = BmmSizes(power);
        var a = Values.Uniform(1, batch, size, size);
        var b = Values.Uniform(2, batch, size, size);
        return Values.Computing(() => Tensor.Bmm(a, b));
    }
}
