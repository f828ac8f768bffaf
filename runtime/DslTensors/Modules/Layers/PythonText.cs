using System.Globalization;

namespace DslTensors;

/// <summary>Options of layers as Python prints them.</summary>
internal static class PythonText
{
    /// <summary>A number: <c>1.0</c>, <c>1e-05</c>, <c>inf</c>, or <c>None</c>.</summary>
    public static string Of(double? number)
    {
        if (number is not { } value)
            return "None";
        if (!double.IsFinite(value))
            return double.IsNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
        // Python writes exponents from 1e16 on, .NET from 1e15 on.
        var text = Math.Abs(value) < 1e16 && value == Math.Truncate(value)
            ? value.ToString("F1", CultureInfo.InvariantCulture)
            : value.ToString("R", CultureInfo.InvariantCulture);
        return text.Replace('E', 'e');
    }

    /// <summary>One number as a number, several as a tuple.</summary>
    public static string Of(PerDimension numbers) => numbers.Count() == 1 ? One(numbers.First()) : Tuple(numbers);

    /// <summary>A tuple: <c>(2,)</c>, <c>(2, 3)</c>.</summary>
    public static string Tuple(IEnumerable<int> numbers)
    {
        var texts = numbers.Select(One).ToList();
        return texts.Count == 1 ? $"({texts[0]},)" : $"({string.Join(", ", texts)})";
    }

    /// <summary>One factor as a number, several as a tuple.</summary>
    public static string Factors(ScaleFactor factors)
    {
        var texts = new List<string>();
        foreach (var factor in factors)
            texts.Add(Of(factor));
        return texts.Count == 1 ? texts[0] : $"({string.Join(", ", texts)})";
    }

    private static string One(int number) => number == PerDimension.Kept ? "None" : number.ToString(CultureInfo.InvariantCulture);
}
