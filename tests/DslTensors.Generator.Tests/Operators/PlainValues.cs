using System.Collections;
using System.Reflection;

namespace DslTensors.Generator.Tests.Operators;

/// <summary>A walk over a model: the compiler's objects in it would keep whole compilations alive and never compare equal.</summary>
internal static class PlainValues
{
    public static void AssertOnly(object? value) => AssertOnly(value, [], "model");

    private static void AssertOnly(object? value, HashSet<object> seen, string path)
    {
        if (value is null or string || value.GetType() is { IsPrimitive: true } or { IsEnum: true } || !seen.Add(value))
            return;
        Assert.False(value.GetType().Assembly.GetName().Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal), $"{path} is a {value.GetType()}");
        if (value is IEnumerable items)
        {
            var index = 0;
            foreach (var item in items)
                AssertOnly(item, seen, $"{path}[{index++}]");
            return;
        }

        foreach (var field in value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            AssertOnly(field.GetValue(value), seen, $"{path}.{field.Name}");
    }
}
