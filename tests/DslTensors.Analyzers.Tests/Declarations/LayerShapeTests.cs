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
            .SelectMany(method => method.GetParameters().Append(method.ReturnParameter))
            .Select(parameter => (parameter.Member, Shape: parameter.GetCustomAttribute<ShapeAttribute>()?.Shape))
            .Where(found => found.Shape is not null)
            .ToList();

        Assert.True(stated.Count > 100, $"only {stated.Count} shapes found");
        Assert.All(stated, found => Assert.Null(SignatureParser.ParseShape(found.Shape!).Error));
    }
}
