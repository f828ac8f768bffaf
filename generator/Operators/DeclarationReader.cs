using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslTensors.Generator.Operators;

/// <summary>What every kind of operator declaration needs from its symbols, as text.</summary>
internal static class DeclarationReader
{
    private static readonly SymbolDisplayFormat s_qualified = SymbolDisplayFormat.FullyQualifiedFormat
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static DeclaringType Type(INamedTypeSymbol type) => new(
        type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(),
        type.Name,
        type.DeclaredAccessibility == Accessibility.Public ? "public" : "internal");

    public static bool IsPartial(INamedTypeSymbol type) => type.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax())
        .OfType<TypeDeclarationSyntax>()
        .Any(declaration => declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    public static string TypeText(ITypeSymbol type) => type.ToDisplayString(s_qualified);

    public static MethodGenerics Generics(IMethodSymbol method) => new(
        method.TypeParameters.Select(parameter => parameter.Name).ToEquatableArray(),
        method.TypeParameters.Select(Constraint).Where(text => text.Length > 0).ToEquatableArray());

    public static string? NamedString(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value as string;

    /// <summary>A list of strings among the named arguments; empty if it is not given.</summary>
    public static EquatableArray<string> Strings(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value is { Kind: TypedConstantKind.Array, IsNull: false } list
            ? list.Values.Select(value => value.Value as string ?? "").ToEquatableArray()
            : EquatableArray<string>.Empty;

    /// <summary>The documentation comment of a declaration as written, without the slashes.</summary>
    public static string Documentation(ISymbol symbol)
    {
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            var lines = reference.GetSyntax().GetLeadingTrivia().ToFullString().Split('\n')
                .Select(line => line.Trim())
                .Where(line => line.StartsWith("///", System.StringComparison.Ordinal))
                .Select(line => line.Substring(3).TrimStart());
            var text = string.Join("\n", lines);
            if (text.Length > 0)
                return text;
        }

        return "";
    }

    /// <summary>The name of a parameter as C# writes it: PyTorch's <c>base</c> is <c>@base</c>.</summary>
    public static string Identifier(IParameterSymbol parameter) =>
        SyntaxFacts.GetKeywordKind(parameter.Name) == SyntaxKind.None ? parameter.Name : "@" + parameter.Name;

    /// <summary>The default value of a parameter as C# text that means the same anywhere.</summary>
    public static string DefaultText(IParameterSymbol parameter)
    {
        var value = parameter.ExplicitDefaultValue;
        if (value is null)
            return parameter.Type.IsReferenceType || parameter.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T ? "null" : "default";
        if (parameter.Type.TypeKind == TypeKind.Enum)
        {
            var member = parameter.Type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => Equals(field.ConstantValue, value));
            return member is null ? $"({TypeText(parameter.Type)}){value}" : $"{TypeText(parameter.Type)}.{member.Name}";
        }

        return value switch
        {
            double.PositiveInfinity => "double.PositiveInfinity",
            double.NegativeInfinity => "double.NegativeInfinity",
            double number => SymbolDisplay.FormatPrimitive(number, quoteStrings: true, useHexadecimalNumbers: false) + "d",
            float number => SymbolDisplay.FormatPrimitive(number, quoteStrings: true, useHexadecimalNumbers: false) + "f",
            _ => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false) ?? "default",
        };
    }

    private static string Constraint(ITypeParameterSymbol parameter)
    {
        var parts = new List<string>();
        if (parameter.HasUnmanagedTypeConstraint)
            parts.Add("unmanaged");
        else if (parameter.HasValueTypeConstraint)
            parts.Add("struct");
        parts.AddRange(parameter.ConstraintTypes.Select(TypeText));
        return parts.Count == 0 ? "" : $"where {parameter.Name} : {string.Join(", ", parts)}";
    }
}
