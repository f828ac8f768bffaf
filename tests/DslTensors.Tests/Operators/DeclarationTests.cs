using System.Reflection;

namespace DslTensors.Tests.Operators;

/// <summary>
/// The generator is silent about a declaration that it can't read, and the library is compiled without the analyzers that would speak: each
/// declaration must have become an operator.
/// </summary>
public class DeclarationTests
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Type[] s_types = typeof(Tensor).Assembly.GetTypes();

    [Fact]
    public void Every_structured_declaration_has_its_entry_point()
    {
        var declared = s_types.Where(type => type.IsDefined(typeof(TensorOpAttribute), false)).ToList();
        Assert.True(declared.Count > 400, $"only {declared.Count} declarations found");
        Assert.Empty(declared.Where(type => !type.GetMethods(Own).Any(method => method is { Name: "Apply", IsPublic: true })).Select(type => type.Name));
    }

    [Fact]
    public void Every_elementwise_declaration_has_its_loop()
    {
        var declared = s_types.SelectMany(type => type.GetMethods(Own)).Where(method => method.IsDefined(typeof(ElementwiseAttribute), false)).ToList();
        Assert.True(declared.Count > 100, $"only {declared.Count} declarations found");
        Assert.Empty(declared.Where(method => !HasLoop(method)).Select(method => $"{method.DeclaringType!.Name}.{method.Name}"));
    }

    private static bool HasLoop(MethodInfo declaration) => declaration.DeclaringType!.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic)
        .Any(nested => nested.Name.StartsWith(declaration.Name, StringComparison.Ordinal) && nested.Name.Split('`')[0].EndsWith("Map", StringComparison.Ordinal));
}
