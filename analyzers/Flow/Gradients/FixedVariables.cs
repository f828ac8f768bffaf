using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslTensors.Analyzers.Flow;

/// <summary>Variables and members that hold one object as long as a method runs.</summary>
internal static class FixedVariables
{
    public static bool Contain(ISymbol symbol, SyntaxNode place)
    {
        switch (symbol)
        {
            case IFieldSymbol field:
                return field.IsReadOnly;
            case IPropertySymbol property:
                return property.SetMethod is null or { IsInitOnly: true } && !property.IsVirtual;
            case ILocalSymbol or IParameterSymbol:
                var member = place.FirstAncestorOrSelf<MemberDeclarationSyntax>(node => node is not GlobalStatementSyntax) ?? place.SyntaxTree.GetRoot();
                return !member.DescendantNodes().Any(node => IsAssignment(node, symbol.Name))
                    && !symbol.DeclaringSyntaxReferences.Any(reference => Loops.Around(reference.GetSyntax()) is { } loop && !loop.Span.Contains(place.Span));
            default:
                return false;
        }
    }

    private static bool IsAssignment(SyntaxNode node, string name) => node switch
    {
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var left } } => left == name,
        AssignmentExpressionSyntax { Left: TupleExpressionSyntax tuple } => tuple.Arguments.Any(argument => argument.Expression is IdentifierNameSyntax { Identifier.ValueText: var left } && left == name),
        ArgumentSyntax { RefKindKeyword.RawKind: not 0, Expression: IdentifierNameSyntax { Identifier.ValueText: var given } } => given == name,
        _ => false,
    };
}
