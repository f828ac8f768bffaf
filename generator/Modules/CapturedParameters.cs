using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslTensors.Generator.Modules;

/// <summary>The primary-constructor parameters that live on as fields because methods, accessors or events refer to them.</summary>
internal static class CapturedParameters
{
    public static IReadOnlyList<IParameterSymbol> Of(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        var parameters = type.PrimaryConstructorParameters();
        if (parameters.Count == 0)
            return parameters;
        var names = new HashSet<string>(parameters.Select(static parameter => parameter.Name));
        var captured = new HashSet<string>();
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            var declaration = (TypeDeclarationSyntax)reference.GetSyntax(cancellation);
            foreach (var name in Names(declaration).Where(name => names.Contains(name.Identifier.ValueText) && !captured.Contains(name.Identifier.ValueText)))
            {
                // Locals and members may have the same name.
                if (compilation.GetSemanticModel(declaration.SyntaxTree).GetSymbolInfo(name, cancellation).Symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } symbol
                    && SymbolEqualityComparer.Default.Equals(symbol.ContainingType, type))
                {
                    captured.Add(symbol.Name);
                }
            }
        }

        return [.. parameters.Where(parameter => captured.Contains(parameter.Name))];
    }

    // Initial values, the base class's arguments and attributes are read while the object is created.
    private static IEnumerable<IdentifierNameSyntax> Names(TypeDeclarationSyntax declaration) => declaration.Members
        .Where(static member => member is not (BaseTypeDeclarationSyntax or DelegateDeclarationSyntax or FieldDeclarationSyntax or EventFieldDeclarationSyntax or ConstructorDeclarationSyntax)
            && !member.Modifiers.Any(SyntaxKind.StaticKeyword))
        .SelectMany(static member => member.DescendantNodes(static node => node is not (AttributeListSyntax or EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax })))
        .OfType<IdentifierNameSyntax>()
        .Where(static name => !IsInNameof(name));

    private static bool IsInNameof(IdentifierNameSyntax name) =>
        name.Ancestors().OfType<InvocationExpressionSyntax>().Any(static call => call.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" });
}
