using System.Linq;
using Microsoft.CodeAnalysis;

namespace DslTensors.Generator.Modules;

/// <summary>How the types that modules are made of are recognised in source and in metadata.</summary>
internal static class ModuleNames
{
    public const string ModuleAttribute = "ModuleAttribute";
    public const string ParameterAttribute = "ParameterAttribute";
    public const string BufferAttribute = "BufferAttribute";
    public const string ChildAttribute = "ChildAttribute";

    public static AttributeData? FindAttribute(this ISymbol symbol, string name) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.IsRuntimeType(name) == true);

    /// <summary>
    /// Whether a type is a module. The base class that the generator adds is not there yet while it runs, so the attribute counts too.
    /// </summary>
    public static bool IsModule(this ITypeSymbol type)
    {
        if (type is ITypeParameterSymbol parameter)
            return parameter.ConstraintTypes.Any(IsModule);
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.IsRuntimeType("Module") || current.FindAttribute(ModuleAttribute) is not null)
                return true;
        }

        return false;
    }

    /// <summary>Whether a type is <c>Module</c> itself, which has no members of its own to list.</summary>
    public static bool IsBareModule(this ITypeSymbol type) => type.IsRuntimeType("Module");

    /// <summary>Whether a type is the interface that modules with a <c>Forward</c> implement; what implements it usually is a module.</summary>
    public static bool IsForward(this ITypeSymbol type) => type.IsRuntimeType("IForward`2");

    /// <summary>The element type of a <c>Tensor&lt;T&gt;</c>; null for other types.</summary>
    public static ITypeSymbol? TensorElement(this ITypeSymbol type) =>
        type.IsRuntimeType("Tensor`1") ? ((INamedTypeSymbol)type).TypeArguments[0] : null;

    /// <summary>Whether a type is a tensor, of a known element type or not.</summary>
    public static bool IsTensor(this ITypeSymbol type) => type.IsRuntimeType("Tensor") || type.TensorElement() is not null;

    /// <summary>Whether a type is a list or dictionary of modules itself.</summary>
    public static bool IsModuleContainer(this ITypeSymbol type) => type.IsRuntimeType("ModuleList`1") || type.IsRuntimeType("ModuleDict`1");

    private static bool IsRuntimeType(this ITypeSymbol type, string metadataName) =>
        type.MetadataName == metadataName && type.ContainingNamespace is { Name: "DslTensors", ContainingNamespace.IsGlobalNamespace: true };
}
