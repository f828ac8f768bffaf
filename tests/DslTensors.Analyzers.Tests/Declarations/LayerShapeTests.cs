using System.Reflection;
using DslTensors.Generator.Signatures;

namespace DslTensors.Analyzers.Tests.Declarations;

/// <summary>The shapes that the library's layers state can be read.</summary>
public class LayerShapeTests
{
    [Fact]
    public void Every_stated_shape_is_in_the_shape_language()
    {
        var stated = typeof(Module).Assembly.GetExportedTypes()
            .Where(type => type.IsAssignableTo(typeof(Module)))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => method.GetParameters().Append(method.ReturnParameter).Any(parameter => Stated(parameter) is not null))
            .ToList();

        Assert.True(stated.Count > 50, $"only {stated.Count} methods found");
        Assert.All(stated, method => Assert.Null(SignatureParser.Parse(SignatureOf(method)).Error));
    }

    // A result may be computed from what the inputs state.
    private static string SignatureOf(MethodInfo method)
    {
        var inputs = method.GetParameters().Select((parameter, index) => Stated(parameter) ?? $"any{index}...");
        return $"{string.Join(", ", inputs)} -> {Stated(method.ReturnParameter)}";
    }

    private static string? Stated(ParameterInfo parameter) => parameter.GetCustomAttribute<ShapeAttribute>()?.Shape;
}
