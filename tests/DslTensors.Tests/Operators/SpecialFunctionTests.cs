using System.Reflection;
using System.Text.Json;
using DslTensors.Tests.Reference;

namespace DslTensors.Tests.Operators;

/// <summary>Special functions in double precision against exact values (Reference/special).</summary>
public class SpecialFunctionTests
{
    private static readonly JsonElement s_values = ReferenceFile.ReadJson("special/values.json");

    // Relative to the result, or for functions that swing around 0 to 1. By default some 45 units of the last place.
    private static readonly Dictionary<string, double> s_bounds = new()
    {
        // Beside zeros at negative arguments two logarithms cancel.
        ["Lgamma"] = 1e-13,
        ["Igamma"] = 2e-13,
        ["Igammac"] = 2e-13,
        ["Zeta"] = 5e-14,
    };

    private static readonly HashSet<string> s_absolute = ["BesselJ0", "BesselJ1", "BesselY0", "BesselY1", "SphericalBesselJ0", "Digamma"];

    public static TheoryData<string> Functions => [.. s_values.EnumerateObject().Select(function => function.Name)];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Values_are_exact_to_a_few_units(string function)
    {
        var method = typeof(Tensor).Assembly.GetType("DslTensors.TensorOperators", throwOnError: true)!.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .First(form => form.Name == function && form.GetParameters().SkipLast(1).All(parameter => parameter.ParameterType.IsAssignableTo(typeof(Tensor)))).MakeGenericMethod(typeof(double));
        var bound = s_bounds.GetValueOrDefault(function, 1e-14);
        var problems = new List<string>();
        foreach (var point in s_values.GetProperty(function).EnumerateArray())
        {
            var numbers = point.EnumerateArray().Select(number => number.GetDouble()).ToArray();
            object?[] arguments = [.. numbers[..^1].Select(number => (object)Tensor.From([number])), null];
            var actual = ((Tensor<double>)method.Invoke(null, arguments)!).Item();
            var scale = s_absolute.Contains(function) ? Math.Max(1, Math.Abs(numbers[^1])) : Math.Abs(numbers[^1]);
            if (!(Math.Abs(actual - numbers[^1]) <= bound * scale) && actual != numbers[^1])
                problems.Add($"at {string.Join(", ", numbers[..^1])}: {actual} instead of {numbers[^1]}, off by {Math.Abs(actual - numbers[^1]) / scale:e1}");
        }

        Assert.True(problems.Count == 0, $"{function}\n{string.Join("\n", problems)}");
    }
}
