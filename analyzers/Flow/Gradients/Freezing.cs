using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslTensors.Analyzers.Flow;

/// <summary>Whether a file takes gradients from some parameters, so that nothing can be said of any without following it.</summary>
internal static class Freezing
{
    private static readonly ConditionalWeakTable<SyntaxTree, object> Known = new();

    public static bool IsMentioned(SyntaxTree tree) => (bool)Known.GetValue(tree, static key => key.GetRoot().DescendantNodes().Any(Freezes));

    private static bool Freezes(SyntaxNode node) => node switch
    {
        AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "RequiresGrad", Expression: var tensor }, Right: var value } => !IsResult(tensor) && !value.IsKind(SyntaxKind.TrueLiteralExpression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "RequiresGrad" }, ArgumentList.Arguments: [{ Expression: var value }] } => !value.IsKind(SyntaxKind.TrueLiteralExpression),
        _ => false,
    };

    // A local that holds what a module or an operator has computed is no parameter.
    private static bool IsResult(ExpressionSyntax tensor) => tensor is IdentifierNameSyntax { Identifier.ValueText: var name }
        && tensor.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
        && member.DescendantNodes().Any(node => node is VariableDeclaratorSyntax { Identifier.ValueText: var local, Initializer.Value: InvocationExpressionSyntax or BinaryExpressionSyntax } && local == name);
}
