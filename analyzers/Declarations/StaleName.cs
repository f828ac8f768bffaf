using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DslTensors.Generator.Modules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslTensors.Analyzers.Declarations;

/// <summary>A name in an attribute's text that a renamed constructor parameter has left behind, and the parameter that is meant.</summary>
internal static class StaleName
{
    /// <summary>The literal in a member's attributes that has a text.</summary>
    public static LiteralExpressionSyntax? ArgumentOf(ISymbol member, string text, CancellationToken cancellation) => member.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax(cancellation))
        .OfType<MemberDeclarationSyntax>()
        .SelectMany(static declaration => declaration.AttributeLists)
        .SelectMany(static list => list.Attributes)
        .SelectMany(static attribute => attribute.ArgumentList?.Arguments.Select(static argument => argument.Expression) ?? [])
        .OfType<LiteralExpressionSyntax>()
        .FirstOrDefault(literal => literal.Token.Value as string == text);

    /// <summary>The change that names the parameter; null where none comes close, or several do.</summary>
    public static ImmutableDictionary<string, string?>? FixFor(LiteralExpressionSyntax argument, ModuleProblem problem, INamedTypeSymbol type)
    {
        var wanted = problem.Kind switch
        {
            ModuleProblemKind.UnknownDimension => SpecialType.System_Int32,
            ModuleProblemKind.UnknownCondition => SpecialType.System_Boolean,
            _ => SpecialType.None,
        };
        var names = type.PrimaryConstructorParameters().Where(parameter => wanted != SpecialType.None && parameter.Type.SpecialType == wanted).Select(static parameter => parameter.Name).ToList();
        if (names.Count == 0 || problem.Argument is not { } text)
            return null;
        if (SyntaxFacts.IsValidIdentifier(text))
            return Closest(text, names) is { } meant ? SuggestedChange.Replacing(argument.Span, $"nameof({meant})", $"Name the parameter '{meant}'") : null;

        // In arithmetic nameof has no place.
        var (code, isChanged) = ("", false);
        foreach (var token in SyntaxFactory.ParseTokens(text))
        {
            var name = token.IsKind(SyntaxKind.IdentifierToken) && !names.Contains(token.ValueText) ? Closest(token.ValueText, names) : null;
            isChanged |= name is not null;
            code += name is null ? token.ToFullString() : token.LeadingTrivia.ToFullString() + name + token.TrailingTrivia.ToFullString();
        }

        return isChanged ? SuggestedChange.Replacing(argument.Span, SyntaxFactory.Literal(code).Text, $"Write \"{code}\"") : null;
    }

    private static string? Closest(string stale, List<string> names)
    {
        var ranked = names.Select(name => (Name: name, Distance: Distance(stale.ToLowerInvariant(), name.ToLowerInvariant()))).OrderBy(static item => item.Distance).ToList();
        var isClose = ranked[0].Distance <= Math.Max(2, stale.Length / 3) || Contains(stale, ranked[0].Name) || names.Count == 1;
        return isClose && (ranked.Count == 1 || ranked[0].Distance < ranked[1].Distance) ? ranked[0].Name : null;
    }

    private static bool Contains(string stale, string name) =>
        name.IndexOf(stale, StringComparison.OrdinalIgnoreCase) >= 0 || stale.IndexOf(name, StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>Levenshtein's: how many characters to insert, delete or exchange.</summary>
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var exchanged = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(exchanged, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[right.Length];
    }
}
