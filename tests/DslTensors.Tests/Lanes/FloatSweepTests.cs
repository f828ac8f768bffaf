namespace DslTensors.Tests.Lanes;

/// <summary>
/// Floats from one end to the other, against the same function in double, whose own error is far below that of a float. Every
/// 1021st by night, every 500,009th otherwise.
/// </summary>
public class FloatSweepTests
{
    public static TheoryData<string> Unary => [.. UnaryFunction.Names];

    [Theory]
    [MemberData(nameof(Unary))]
    public void Floats_of_all_sizes_are_close_to_the_function_in_double(string function)
    {
        var limit = function is "erf" or "tan" ? 4UL : 2UL;
        var step = SampleBits.IsNightly ? 1021L : 500_009L;
        var width = LaneRunner.Widths.Last();
        const int block = 1 << 16;
        for (var start = 0L; start <= uint.MaxValue; start += block * step)
        {
            var count = (int)Math.Min(block, (uint.MaxValue - start) / step + 1);
            float[] a = [.. Enumerable.Range(0, count).Select(i => BitConverter.UInt32BitsToSingle((uint)(start + (i * step))))];
            var expected = LaneRunner.Run(width, new UnaryFunction(function), Array.ConvertAll(a, x => (double)x));
            var actual = LaneRunner.Run(width, new UnaryFunction(function), a);
            for (var i = 0; i < count; i++)
            {
                if (Ulp.Distance((float)expected[i], actual[i]) > limit)
                    Assert.Fail($"{function}({a[i]}) is {actual[i]}, not {(float)expected[i]}");
            }
        }
    }
}
