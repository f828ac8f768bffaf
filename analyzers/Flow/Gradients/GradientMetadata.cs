using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Flow;

/// <summary>What the metadata of an operator says of its gradient.</summary>
/// <param name="Name">PyTorch's name.</param>
/// <param name="Saved">What backward saves, by parameter; <c>result</c> for the result.</param>
/// <param name="Differentiable">The inputs with a gradient.</param>
/// <param name="IsView">Whether the result shows the elements of the first input.</param>
internal sealed record GradientMetadata(string Name, ImmutableArray<string> Saved, ImmutableArray<string> Differentiable, bool IsView)
{
    private static readonly ConditionalWeakTable<IMethodSymbol, Holder> Known = new();

    /// <summary>Null for a method that is no operator.</summary>
    public static GradientMetadata? Of(IMethodSymbol method) => Known.GetValue(method.OriginalDefinition, static symbol => new Holder(Read(symbol))).Value;

    /// <summary>The form of an operator that writes to its first argument; <c>view</c> forms that change shapes only are none.</summary>
    public static bool WritesInPlace(IMethodSymbol method) =>
        method.Name.EndsWith("InPlace", System.StringComparison.Ordinal) && Of(method) is not { IsView: true } && !ViewOperators.IsView(method.Name.Substring(0, method.Name.Length - "InPlace".Length));

    private static GradientMetadata? Read(IMethodSymbol method)
    {
        var attribute = AttributeOf(method) ?? (method.AssociatedExtensionImplementation is { } implementation ? AttributeOf(implementation) : null);
        return attribute is { ConstructorArguments: [{ Value: string name }, ..] } ? new GradientMetadata(name, Names(attribute, "Saved"), Names(attribute, "Differentiable"), IsTrue(attribute, "IsView")) : null;
    }

    private static AttributeData? AttributeOf(IMethodSymbol method) =>
        method.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass is { Name: "OperatorSignatureAttribute", ContainingNamespace.Name: "DslTensors" });

    private static bool IsTrue(AttributeData attribute, string key) => attribute.NamedArguments.Any(argument => argument.Key == key && argument.Value is { Kind: TypedConstantKind.Primitive, Value: true });

    private static ImmutableArray<string> Names(AttributeData attribute, string key)
    {
        var value = attribute.NamedArguments.FirstOrDefault(argument => argument.Key == key).Value;
        return value.Kind == TypedConstantKind.Array && !value.IsNull ? [.. value.Values.Select(item => item.Value).OfType<string>()] : [];
    }

    private sealed record Holder(GradientMetadata? Value);
}
