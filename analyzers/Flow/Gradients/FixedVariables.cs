using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslTensors.Analyzers.Flow;

/// <summary>Variables and members that hold one object as long as a method runs.</summary>
internal static class FixedVariables
{
    private static readonly ConditionalWeakTable<SyntaxNode, HashSet<string>> Assigned = new();

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
                return !Assigned.GetValue(member, static code => [.. code.DescendantNodes().SelectMany(AssignedBy)]).Contains(symbol.Name)
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

    private static IEnumerable<string> AssignedBy(SyntaxNode node) => node switch
    {
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var left } } => [left],
        AssignmentExpressionSyntax { Left: TupleExpressionSyntax tuple } => tuple.Arguments.Select(argument => argument.Expression).OfType<IdentifierNameSyntax>().Select(name => name.Identifier.ValueText),
        ArgumentSyntax { RefKindKeyword.RawKind: not 0, Expression: IdentifierNameSyntax { Identifier.ValueText: var given } } => [given],
        _ => [],
    };
}
