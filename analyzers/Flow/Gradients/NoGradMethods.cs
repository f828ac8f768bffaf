using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslTensors.Analyzers.Flow;

/// <summary>Private methods whose every call stands inside NoGrad: what they compute is not recorded either.</summary>
internal static class NoGradMethods
{
    private static readonly ConditionalWeakTable<TypeDeclarationSyntax, Dictionary<string, SyntaxNode?>> Known = new();

    /// <summary>The mode at an operation, the calls of its method included.</summary>
    public static GradMode ModeAt(IOperation operation)
    {
        var mode = GradMode.At(operation.Syntax);
        if (mode is not { Scope: null, IsOn: true, IsInLambda: false })
            return mode;
        var method = operation.Syntax.FirstAncestorOrSelf<MethodDeclarationSyntax>();
        return method is { Parent: TypeDeclarationSyntax and not InterfaceDeclarationSyntax } && method.Parent is TypeDeclarationSyntax type && IsPrivate(method) && !IsSuspended(method) && ScopesOf(type).TryGetValue(method.Identifier.ValueText, out var scope) && scope is not null
            && IsWhole(type, operation)
            ? new GradMode(true, false, scope, false)
            : mode;
    }

    /// <summary>For each name of a method that is called, the scope around its first call where all calls have one; null where one has none.</summary>
    private static Dictionary<string, SyntaxNode?> ScopesOf(TypeDeclarationSyntax type) => Known.GetValue(type, static declaration =>
    {
        var scopes = new Dictionary<string, SyntaxNode?>();
        var methods = new HashSet<string>(declaration.Members.OfType<MethodDeclarationSyntax>().Where(IsPrivate).Select(method => method.Identifier.ValueText));
        foreach (var name in declaration.DescendantNodes().OfType<SimpleNameSyntax>().Where(name => methods.Contains(name.Identifier.ValueText)))
        {
            var called = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? (ExpressionSyntax)access : name;
            var scope = called.Parent is InvocationExpressionSyntax call && call.Expression == called && GradMode.At(call) is { IsOff: true, Scope: { } around } ? around : null;
            scopes[name.Identifier.ValueText] = scopes.TryGetValue(name.Identifier.ValueText, out var first) && (first is null || scope is not null) ? first : scope;
        }

        return scopes;
    });

    // Other parts of the class, apart from generated ones, might call it too.
    private static bool IsWhole(TypeDeclarationSyntax type, IOperation operation) => !type.Modifiers.Any(SyntaxKind.PartialKeyword)
        || operation.SemanticModel?.GetDeclaredSymbol(type) is { } symbol
            && symbol.DeclaringSyntaxReferences.All(part => part.SyntaxTree == type.SyntaxTree ? part.Span == type.Span : part.SyntaxTree.FilePath.EndsWith(".g.cs", System.StringComparison.OrdinalIgnoreCase));

    private static bool IsPrivate(MethodDeclarationSyntax method) => method is { AttributeLists.Count: 0, ExplicitInterfaceSpecifier: null }
        && !method.Modifiers.Any(modifier => modifier.RawKind is (int)SyntaxKind.PublicKeyword or (int)SyntaxKind.InternalKeyword or (int)SyntaxKind.ProtectedKeyword or (int)SyntaxKind.PartialKeyword);

    // The rest of such a method may run when the scope is over.
    private static bool IsSuspended(MethodDeclarationSyntax method) =>
        method.Modifiers.Any(SyntaxKind.AsyncKeyword) || method.DescendantNodes().Any(node => node is YieldStatementSyntax);
}
