using System.Linq;
using Microsoft.CodeAnalysis;

namespace DslTensors.Generator.Elementwise;

/// <summary>Finds attributes by their metadata name.</summary>
internal static class AttributeLookup
{
    public static AttributeData? FindAttribute(this ISymbol symbol, string metadataName) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.ToDisplayString() == metadataName);

    public static bool HasAttribute(this ISymbol symbol, string metadataName) => symbol.FindAttribute(metadataName) is not null;

    public static bool Flag(this AttributeData? attribute, string name) =>
        attribute?.NamedArguments.Any(argument => argument.Key == name && argument.Value.Value is true) == true;
}
