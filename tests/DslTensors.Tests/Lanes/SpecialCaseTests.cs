namespace DslTensors.Tests.Lanes;

/// <summary>The special cases that C and .NET define for functions of two numbers, and angles beyond the fast range.</summary>
public class SpecialCaseTests
{
    private static readonly double[] Specials =
    [
        0.0, -0.0, 1, -1, 0.5, -0.5, 2, -2, 3, -3, 2.5, -2.5, 1e10, -1e10, 16777217, double.PositiveInfinity, double.NegativeInfinity, double.NaN,
    ];

    [Fact]
    public void Pow_follows_C_in_every_special_case()
    {
        CheckPairs<double>("pow", Math.Pow);
        CheckPairs<float>("pow", MathF.Pow);
    }

    [Fact]
    public void Atan2_follows_C_in_every_special_case()
    {
        CheckPairs<double>("atan2", Math.Atan2);
        CheckPairs<float>("atan2", MathF.Atan2);
    }

    /// <summary>One huge angle must not change what its neighbours give.</summary>
    [Fact]
    public void A_huge_angle_leaves_its_neighbours_alone()
    {
        double[] plain = [.. Enumerable.Range(0, 64).Select(i => i * 0.37)];
        double[] mixed = [.. plain];
        mixed[5] = 1e300;
        foreach (var width in LaneRunner.Widths)
        {
            var (alone, beside) = (LaneRunner.Run(width, new UnaryFunction("sin"), plain), LaneRunner.Run(width, new UnaryFunction("sin"), mixed));
            Assert.Equal(-0.8178819121159085, beside[5], 1e-16);
            beside[5] = alone[5];
            Assert.Equal(alone, beside);
        }
    }

    private static void CheckPairs<T>(string function, Func<T, T, T> expected)
        where T : unmanaged
    {
        T[] a = [.. Specials.SelectMany(_ => Specials, (x, _) => SampleBits.From<T>(x))];
        T[] b = [.. Specials.SelectMany(_ => Specials, (_, y) => SampleBits.From<T>(y))];
        foreach (var width in LaneRunner.Widths)
        {
            var actual = LaneRunner.Run(width, new BinaryFunction(function), a, b);
            for (var i = 0; i < a.Length; i++)
            {
                var wanted = expected(a[i], b[i]);
                if (Ulp.Distance(wanted, actual[i]) > 1)
                    Assert.Fail($"{typeof(T).Name} {function}({a[i]}, {b[i]}) is {actual[i]} in width {width}, not {wanted}");
            }
        }
    }
}
