using System.Globalization;

namespace DslTensors.Tests.Lanes;

/// <summary>Every mathematical function against correctly rounded results, in every width.</summary>
public class AccuracyTests
{
    public static TheoryData<string> Unary => [.. UnaryFunction.Names];

    [Theory]
    [MemberData(nameof(Unary))]
    public void Unary_functions_are_close_to_the_correctly_rounded_float(string function) => CheckUnary<float>(function);

    [Theory]
    [MemberData(nameof(Unary))]
    public void Unary_functions_are_close_to_the_correctly_rounded_double(string function) => CheckUnary<double>(function);

    [Theory]
    [InlineData("pow", 4)]
    [InlineData("atan2", 2)]
    public void Binary_functions_are_close_to_the_correctly_rounded_float(string function, ulong limit) => CheckBinary<float>(function, limit);

    [Theory]
    [InlineData("pow", 4)]
    [InlineData("atan2", 2)]
    public void Binary_functions_are_close_to_the_correctly_rounded_double(string function, ulong limit) => CheckBinary<double>(function, limit);

    private static ulong LimitOf(string function) => function is "erf" or "tan" ? 4UL : 2UL;

    private static void CheckUnary<T>(string function)
        where T : unmanaged
    {
        var table = ReferenceTable<T>.Read(function);
        foreach (var width in LaneRunner.Widths)
            Check(table, LaneRunner.Run(width, new UnaryFunction(function), table.A), LimitOf(function), $"{function}, width {width}");
    }

    private static void CheckBinary<T>(string function, ulong limit)
        where T : unmanaged
    {
        var table = ReferenceTable<T>.Read(function);
        foreach (var width in LaneRunner.Widths)
            Check(table, LaneRunner.Run(width, new BinaryFunction(function), table.A, table.B), limit, $"{function}, width {width}");
    }

    private static void Check<T>(ReferenceTable<T> table, T[] actual, ulong limit, string what)
        where T : unmanaged
    {
        var wrong = new List<string>();
        var worst = 0UL;
        for (var i = 0; i < actual.Length; i++)
        {
            var distance = Ulp.Distance(actual[i], table.Expected[i]);
            worst = Math.Max(worst, distance);
            if (distance > limit)
                wrong.Add(string.Create(CultureInfo.InvariantCulture, $"f({table.A[i]}, {table.B[i]}) = {actual[i]}, not {table.Expected[i]}"));
        }

        Assert.True(wrong.Count == 0, $"{what}: {wrong.Count} of {actual.Length} beyond {limit} ulp, worst {worst}\n{string.Join('\n', wrong.Take(12))}");
    }
}
