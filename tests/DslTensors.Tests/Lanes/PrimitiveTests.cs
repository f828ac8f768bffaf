using System.Numerics;

namespace DslTensors.Tests.Lanes;

/// <summary>The exact primitives against .NET's scalar functions.</summary>
public class PrimitiveTests
{
    public static TheoryData<string> Unary => ["negate", "abs", "floor", "ceiling", "round", "truncate", "sqrt", "sign"];

    public static TheoryData<string> Binary =>
    [
        "add", "subtract", "multiply", "divide", "remainder", "min", "max", "copysign", "select less", "select greater or equal",
        "select equal", "select not equal", "select both", "select either", "multiply add",
    ];

    [Theory]
    [MemberData(nameof(Unary))]
    public void Unary_primitives_agree_with_Math(string function)
    {
        CheckUnary<float>(function);
        CheckUnary<double>(function);
    }

    [Theory]
    [MemberData(nameof(Binary))]
    public void Binary_primitives_agree_with_Math(string function)
    {
        CheckBinary<float>(function);
        CheckBinary<double>(function);
    }

    /// <summary>Quotients close below an integer round up to it, which the remainder must take back.</summary>
    [Fact]
    public void Remainders_of_large_quotients_are_exact()
    {
        var random = new System.Random(6);
        float[] a = [9465.026f, .. Enumerable.Range(0, 100_000).Select(_ => (random.NextSingle() - 0.5f) * MathF.Pow(10, random.Next(0, 7)))];
        float[] b = [-0.0017514921f, .. Enumerable.Range(0, 100_000).Select(_ => (random.NextSingle() - 0.5f) * MathF.Pow(10, random.Next(-3, 1)))];
        foreach (var width in LaneRunner.Widths)
        {
            var actual = LaneRunner.Run(width, new BinaryFunction("remainder"), a, b);
            for (var i = 0; i < a.Length; i++)
                AssertSame(a[i] % b[i], actual[i], $"remainder({a[i]:R}, {b[i]:R}), width {width}");
        }
    }

    private static void CheckUnary<T>(string function)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var a = SampleBits.Of<T>(8003, 3);
        foreach (var width in LaneRunner.Widths)
        {
            var actual = LaneRunner.Run(width, new UnaryFunction(function), a);
            for (var i = 0; i < a.Length; i++)
                AssertSame(Expected(function, a[i]), actual[i], $"{function}({a[i]}), width {width}");
        }
    }

    private static void CheckBinary<T>(string function)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (a, b) = (SampleBits.Of<T>(8003, 3), SampleBits.Of<T>(8003, 4));
        foreach (var width in LaneRunner.Widths)
        {
            var actual = LaneRunner.Run(width, new BinaryFunction(function), a, b);
            for (var i = 0; i < a.Length; i++)
                AssertSame(Expected(function, a[i], b[i]), actual[i], $"{function}({a[i]}, {b[i]}), width {width}");
        }
    }

    private static void AssertSame<T>(T expected, T actual, string what)
        where T : unmanaged
    {
        if (Ulp.Distance(expected, actual) != 0)
            Assert.Fail($"{typeof(T).Name} {what} is {actual}, not {expected}");
    }

    private static T Expected<T>(string function, T a)
        where T : IFloatingPointIeee754<T> => function switch
        {
            "negate" => -a,
            "abs" => T.Abs(a),
            "floor" => T.Floor(a),
            "ceiling" => T.Ceiling(a),
            "round" => T.Round(a, MidpointRounding.ToEven),
            "truncate" => T.Truncate(a),
            "sqrt" => T.Sqrt(a),
            _ => T.IsNaN(a) ? a : T.CreateChecked(T.Sign(a)),
        };

    private static T Expected<T>(string function, T a, T b)
        where T : IFloatingPointIeee754<T> => function switch
        {
            "add" => a + b,
            "subtract" => a - b,
            "multiply" => a * b,
            "divide" => a / b,
            "remainder" => a % b,
            "min" => T.Min(a, b),
            "max" => T.Max(a, b),
            "copysign" => T.CopySign(a, b),
            "select less" => a < b ? a : b,
            "select greater or equal" => a >= b ? a : b,
            "select equal" => a == b ? a : b,
            "select not equal" => a != b ? a : b,
            "select both" => a < b && !T.IsNaN(a) ? a : b,
            "select either" => a > b || a <= T.Zero ? a : b,
            _ => T.FusedMultiplyAdd(a, b, T.CreateChecked(0.75)),
        };
}
