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

    /// <summary>The value that a local is declared with, alone or as a part of a tuple; null where it is not written so.</summary>
    public static ExpressionSyntax? ValueOf(ISymbol? local) => local is not ILocalSymbol ? null : local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
    {
        VariableDeclaratorSyntax { Initializer.Value: var initial } => initial,
        SingleVariableDesignationSyntax { Parent: ParenthesizedVariableDesignationSyntax { Parent: DeclarationExpressionSyntax { Parent: AssignmentExpressionSyntax { Right: TupleExpressionSyntax tuple } } } row } part
            when row.Variables.Count == tuple.Arguments.Count => tuple.Arguments[row.Variables.IndexOf(part)].Expression,
        _ => null,
    };

    private static bool IsAssignment(SyntaxNode node, string name) => node switch
    {
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var left } } => left == name,
        AssignmentExpressionSyntax { Left: TupleExpressionSyntax tuple } => tuple.Arguments.Any(argument => argument.Expression is IdentifierNameSyntax { Identifier.ValueText: var left } && left == name),
        ArgumentSyntax { RefKindKeyword.RawKind: not 0, Expression: IdentifierNameSyntax { Identifier.ValueText: var given } } => given == name,
        _ => false,
    };
}
