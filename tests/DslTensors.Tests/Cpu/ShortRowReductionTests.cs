using DslTensors.Cpu;
using DslTensors.Lanes;

namespace DslTensors.Tests.Cpu;

/// <summary>Rows that are reduced many at a time have the bits that each has alone.</summary>
public class ShortRowReductionTests
{
    [Fact]
    public void Many_rows_at_once_have_the_bits_of_single_ones()
    {
        Check<Lane128<float>, float>();
        Check<Lane256<float>, float>();
        Check<Lane512<float>, float>();
        Check<Lane256<double>, double>();
    }

    [Fact]
    public void Sums_of_rows_and_of_columns_are_right()
    {
        foreach (var count in (int[])[1, 15, 16, 48, 100])
        {
            var x = Operators.Fused.Samples.Random(count, 70, count, 3);
            float[] elements = [.. x];
            var (rows, columns) = (x.Sum(1), x.Reshape(70, count * 3).Sum(0));
            for (var i = 0; i < 70; i++)
                Assert.Equal(Enumerable.Range(0, count).Sum(j => (double)elements[((i * count) + j) * 3]), rows[i, 0].Item(), 1e-4);
            for (var j = 0; j < count * 3; j++)
                Assert.Equal(Enumerable.Range(0, 70).Sum(i => (double)elements[(i * count * 3) + j]), columns[j].Item(), 1e-4);
            var last = x.Reshape(70, count * 3).Sum(1);
            for (var i = 0; i < 70; i++)
                Assert.Equal(Enumerable.Range(0, count * 3).Sum(j => (double)elements[(i * count * 3) + j]), last[i].Item(), 1e-4);
        }
    }

    private static void Check<L, T>()
        where L : struct, IMemoryLane<L, T>
        where T : unmanaged, System.Numerics.INumber<T>
    {
        var random = new System.Random(1);
        var count = 6 * L.Width;
        var rows = new T[L.Width * count];
        foreach (ref var element in rows.AsSpan())
            element = T.CreateTruncating(random.NextDouble() - 0.5);
        var together = new T[L.Width];
        Assert.True(RunReduction<MagnitudeReduction, L, T>.FitsRows(count));
        RunReduction<MagnitudeReduction, L, T>.ReduceRows(default, ref rows[0], count, count, ref together[0]);
        for (var row = 0; row < L.Width; row++)
            Assert.Equal(RunReduction<MagnitudeReduction, L, T>.Reduce(default, ref rows[row * count], 1, count).Value, together[row]);
    }
}
