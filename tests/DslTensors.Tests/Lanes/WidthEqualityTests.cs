namespace DslTensors.Tests.Lanes;

/// <summary>An element's result may not depend on the width of the vector that it is in.</summary>
public class WidthEqualityTests
{
    public static TheoryData<string> Unary =>
        [.. UnaryFunction.Names, "negate", "abs", "floor", "ceiling", "round", "truncate", "sqrt", "sign"];

    public static TheoryData<string> Binary =>
    [
        "add", "subtract", "multiply", "divide", "remainder", "min", "max", "copysign", "pow", "atan2", "select less", "select greater or equal",
        "select equal", "select not equal", "select both", "select either", "multiply add",
    ];

    private static int Count => SampleBits.IsNightly ? 4_000_003 : 20_003;

    [Theory]
    [MemberData(nameof(Unary))]
    public void Unary_functions_give_the_same_bits_in_every_width(string function)
    {
        CheckUnary<float>(function);
        CheckUnary<double>(function);
    }

    [Theory]
    [MemberData(nameof(Binary))]
    public void Binary_functions_give_the_same_bits_in_every_width(string function)
    {
        CheckBinary<float>(function);
        CheckBinary<double>(function);
    }

    private static void CheckUnary<T>(string function)
        where T : unmanaged
    {
        var a = SampleBits.Of<T>(Count, 1);
        var map = new UnaryFunction(function);
        Check(width => LaneRunner.Run(width, map, a), i => $"{function}({a[i]})");
    }

    private static void CheckBinary<T>(string function)
        where T : unmanaged
    {
        var (a, b) = (SampleBits.Of<T>(Count, 1), SampleBits.Of<T>(Count, 2));
        var map = new BinaryFunction(function);
        Check(width => LaneRunner.Run(width, map, a, b), i => $"{function}({a[i]}, {b[i]})");
    }

    private static void Check<T>(Func<int, T[]> run, Func<int, string> describe)
        where T : unmanaged
    {
        var expected = run(0);
        foreach (var width in LaneRunner.Widths)
        {
            var actual = run(width);
            for (var i = 0; i < expected.Length; i++)
            {
                if (Ulp.Distance(expected[i], actual[i]) != 0)
                    Assert.Fail($"{typeof(T).Name} {describe(i)} is {expected[i]} alone but {actual[i]} in {width} bits.");
            }
        }
    }
}
