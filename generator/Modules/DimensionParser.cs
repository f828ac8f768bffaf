using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslTensors.Generator.Modules;

/// <summary>Reads the sizes in <c>[Parameter(...)]</c> and <c>[Buffer(...)]</c>, and turns them into C# expressions.</summary>
internal sealed class DimensionParser(IReadOnlyDictionary<string, ITypeSymbol> constructorParameters)
{
    /// <summary>The C# expression of a size.</summary>
    /// <param name="argument">The attribute's argument.</param>
    /// <param name="problem">Set when there is none: the rule that is broken.</param>
    /// <param name="explanation">Set together with <paramref name="problem"/>.</param>
    public string? Parse(TypedConstant argument, out ModuleProblemKind problem, out string explanation)
    {
        (problem, explanation) = (ModuleProblemKind.InvalidDimension, $"a size is a count of 0 or more, or a text, not {argument.ToCSharpString()}");
        switch (argument.Value)
        {
            case int count and >= 0:
                return count.ToString(System.Globalization.CultureInfo.InvariantCulture);
            case string text:
                var expression = SyntaxFactory.ParseExpression(text);
                if (expression.ContainsDiagnostics || !expression.DescendantNodesAndSelf().All(IsArithmetic))
                {
                    explanation = $"'{text}' is no size: use integers and constructor parameters, joined by + - * / and parentheses";
                    return null;
                }

                if (UnknownName(expression) is { } unknown)
                {
                    problem = ModuleProblemKind.UnknownDimension;
                    explanation = constructorParameters.TryGetValue(unknown, out var type)
                        ? $"'{unknown}' is a {type.ToDisplayString()}; a size must be an int"
                        : $"'{unknown}' is no parameter of the primary constructor{KnownNames()}";
                    return null;
                }

                return Unwrap(expression).NormalizeWhitespace().ToString();
            default:
                return null;
        }
    }

    private string? UnknownName(ExpressionSyntax expression) => expression.DescendantNodesAndSelf()
        .OfType<IdentifierNameSyntax>()
        .Select(static name => name.Identifier.ValueText)
        .FirstOrDefault(name => !constructorParameters.TryGetValue(name, out var type) || type.SpecialType != SpecialType.System_Int32);

    private string KnownNames()
    {
        var names = constructorParameters.Where(static parameter => parameter.Value.SpecialType == SpecialType.System_Int32).Select(static parameter => parameter.Key).ToList();
        return names.Count == 0 ? ", which has no int parameters" : $", whose int parameters are: {string.Join(", ", names)}";
    }

    private static ExpressionSyntax Unwrap(ExpressionSyntax expression) => expression is ParenthesizedExpressionSyntax inner ? Unwrap(inner.Expression) : expression;

    private static bool IsArithmetic(SyntaxNode node) => node.Kind() switch
    {
        SyntaxKind.AddExpression or SyntaxKind.SubtractExpression or SyntaxKind.MultiplyExpression or SyntaxKind.DivideExpression => true,
        SyntaxKind.ParenthesizedExpression or SyntaxKind.IdentifierName => true,
        SyntaxKind.NumericLiteralExpression => ((LiteralExpressionSyntax)node).Token.Value is int,
        _ => false,
    };
}
