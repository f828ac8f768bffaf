using System.Numerics;

namespace DslTensors.Tests.Lanes;

/// <summary>Integer lanes: two's complement arithmetic, truncating division, comparisons.</summary>
public class IntegerLaneTests
{
    private static readonly string[] Binary =
        ["add", "subtract", "multiply", "divide", "remainder", "min", "max", "select less", "select greater or equal", "select equal", "select not equal"];

    [Fact]
    public void Every_integer_type_computes_as_its_operators_do()
    {
        Check<sbyte>();
        Check<byte>();
        Check<short>();
        Check<ushort>();
        Check<int>();
        Check<uint>();
        Check<long>();
        Check<ulong>();
    }

    [Fact]
    public void Division_by_zero_throws()
    {
        foreach (var width in LaneRunner.Widths)
            Assert.Throws<DivideByZeroException>(() => LaneRunner.Run<int>(width, new BinaryFunction("divide"), [4, 2, 1], [2, 0, 1]));
    }

    [Fact]
    public void The_least_integer_divided_by_minus_one_wraps()
    {
        foreach (var width in LaneRunner.Widths)
        {
            Assert.Equal([int.MinValue], LaneRunner.Run(width, new BinaryFunction("divide"), [int.MinValue], [-1]));
            Assert.Equal([long.MinValue], LaneRunner.Run(width, new BinaryFunction("divide"), [long.MinValue], [-1L]));
            Assert.Equal([0L], LaneRunner.Run(width, new BinaryFunction("remainder"), [long.MinValue], [-1L]));
        }
    }

    [Fact]
    public void Calculus_says_what_to_do_instead()
    {
        foreach (var width in LaneRunner.Widths)
        {
            Assert.Contains("float", Assert.Throws<NotSupportedException>(() => LaneRunner.Run<int>(width, new UnaryFunction("exp"), [1])).Message);
            Assert.Contains("float", Assert.Throws<NotSupportedException>(() => LaneRunner.Run<long>(width, new UnaryFunction("sqrt"), [1])).Message);
        }
    }

    private static void Check<T>()
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var random = new System.Random(5);
        var (a, b) = (new T[203], new T[203]);
        for (var i = 0; i < a.Length; i++)
        {
            a[i] = T.CreateTruncating(random.NextInt64());
            b[i] = i % 3 == 0 ? a[i] : T.CreateTruncating(random.NextInt64() >> random.Next(60));
            b[i] = T.IsZero(b[i]) ? T.One : b[i];
        }

        (a[7], a[8]) = (T.MinValue, T.MaxValue);
        foreach (var width in LaneRunner.Widths)
        {
            foreach (var function in Binary)
            {
                var actual = LaneRunner.Run(width, new BinaryFunction(function), a, b);
                for (var i = 0; i < a.Length; i++)
                    Assert.True(Expected(function, a[i], b[i]) == actual[i], $"{typeof(T).Name} {function}({a[i]}, {b[i]}), width {width}: {actual[i]}");
            }

            var signs = LaneRunner.Run(width, new UnaryFunction("sign"), a);
            Assert.Equal(a.Select(x => T.CreateTruncating(T.Sign(x))), signs);
            Assert.Equal(a.Select(x => unchecked(T.Zero - x)), LaneRunner.Run(width, new UnaryFunction("negate"), a));
            Assert.Equal(a.Select(x => T.IsNegative(x) ? unchecked(T.Zero - x) : x), LaneRunner.Run(width, new UnaryFunction("abs"), a));
            Assert.Equal(a, LaneRunner.Run(width, new UnaryFunction("floor"), a));
        }
    }

    private static T Expected<T>(string function, T a, T b)
        where T : IBinaryInteger<T> => function switch
        {
            "add" => unchecked(a + b),
            "subtract" => unchecked(a - b),
            "multiply" => unchecked(a * b),
            "divide" => a / b,
            "remainder" => a % b,
            "min" => T.Min(a, b),
            "max" => T.Max(a, b),
            "select less" => a < b ? a : b,
            "select greater or equal" => a >= b ? a : b,
            "select equal" => a == b ? a : b,
            _ => a != b ? a : b,
        };
}
