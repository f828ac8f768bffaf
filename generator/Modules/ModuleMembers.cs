using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslTensors.Generator.Modules;

/// <summary>Which members of a module belong to its state, and under which keys.</summary>
internal static class ModuleMembers
{
    public static AttributeData? TensorAttribute(this ISymbol member) =>
        member.FindAttribute(ModuleNames.ParameterAttribute) ?? member.FindAttribute(ModuleNames.BufferAttribute);

    /// <summary>
    /// Whether a member is a child module: a field, or a property that stores its value. A computed property would list the same
    /// child a second time; one that is marked <c>[Child]</c> is taken at its word.
    /// </summary>
    public static bool IsChild(this ISymbol member) => member switch
    {
        { IsStatic: true } or { IsImplicitlyDeclared: true } => false,
        IPropertySymbol { IsIndexer: false, GetMethod: not null } property when property.TensorAttribute() is null =>
            (property.FindAttribute(ModuleNames.ChildAttribute) is not null || (IsStored(property) && HoldsModule(property.Type)))
            && !IsListedByBase(property),
        IFieldSymbol field => field.FindAttribute(ModuleNames.ChildAttribute) is not null || HoldsModule(field.Type),
        _ => false,
    };

    public static bool HoldsModule(this ITypeSymbol type) => type.IsModule() || type.IsForward();

    public static ITypeSymbol TypeOfMember(this ISymbol member) => member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;

    /// <summary>The member's name in the state dict.</summary>
    public static string KeyOf(this ISymbol member)
    {
        var attribute = member.TensorAttribute() ?? member.FindAttribute(ModuleNames.ChildAttribute);
        return attribute.NamedArgument("Name") as string ?? StateKey.From(member.Name);
    }

    /// <summary>The keys that a module inherits, with the members they belong to.</summary>
    public static Dictionary<string, string> InheritedKeys(this INamedTypeSymbol type)
    {
        var keys = new Dictionary<string, string>();
        for (var current = type.BaseType; current is not null && current.IsModule(); current = current.BaseType)
        {
            foreach (var member in current.GetMembers().Where(static member => member.TensorAttribute() is not null || member.IsChild()))
                keys[member.KeyOf()] = $"{current.Name}.{member.Name}";
        }

        return keys;
    }

    /// <summary>The parameters of the primary constructor; none if there is no such constructor.</summary>
    public static IReadOnlyList<IParameterSymbol> PrimaryConstructorParameters(this INamedTypeSymbol type) => type.InstanceConstructors
        .Where(static constructor => constructor.DeclaringSyntaxReferences.Any(static reference => reference.GetSyntax() is TypeDeclarationSyntax))
        .SelectMany(static constructor => constructor.Parameters)
        .ToList();

    public static object? NamedArgument(this AttributeData? attribute, string name) =>
        attribute?.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value;

    private static bool IsStored(IPropertySymbol property) => property.ContainingType.GetMembers().OfType<IFieldSymbol>()
        .Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    private static bool IsListedByBase(IPropertySymbol property) =>
        property.OverriddenProperty is { IsAbstract: false } overridden && (overridden.IsChild() || IsListedByBase(overridden));
}
