using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DslTensors.Analyzers.Declarations;

/// <summary>Finds the place of a part of a string's value inside its literal, whatever kind of literal it is.</summary>
internal static class StringLiteralMap
{
    /// <summary>The part's location; the whole expression where it is no single literal.</summary>
    public static Location Locate(ExpressionSyntax expression, string value, int position, int length)
    {
        if (expression is not LiteralExpressionSyntax { Token: var token })
            return expression.GetLocation();

        var map = token.Kind() switch
        {
            SyntaxKind.StringLiteralToken when token.Text.StartsWith("@", StringComparison.Ordinal) => Verbatim(token.Text),
            SyntaxKind.StringLiteralToken => Regular(token.Text),
            SyntaxKind.SingleLineRawStringLiteralToken => SingleLineRaw(token.Text),
            SyntaxKind.MultiLineRawStringLiteralToken => MultiLineRaw(token.Text),
            _ => [],
        };

        // One entry per character, and one for the end of the text.
        if (map.Count != value.Length + 1)
            return expression.GetLocation();
        var span = TextSpan.FromBounds(map[position], map[position + length]);

        // An error at the end of the text has nothing to underline but the closing quote.
        if (span.IsEmpty)
            span = new TextSpan(span.Start, Math.Min(1, token.Text.Length - span.Start));
        return Location.Create(expression.SyntaxTree, new TextSpan(token.SpanStart + span.Start, span.Length));
    }

    private static List<int> Verbatim(string literal)
    {
        var map = new List<int>();
        var index = 2;
        for (; index < literal.Length - 1; index++)
        {
            map.Add(index);
            if (literal[index] == '"')
                index++;
        }

        map.Add(index);
        return map;
    }

    private static List<int> Regular(string literal)
    {
        var map = new List<int>();
        var index = 1;
        while (index < literal.Length - 1)
        {
            map.Add(index);
            var length = EscapeLength(literal, index);

            // Only \U can give two characters.
            if (length == 10 && literal.Substring(index + 2, 8).TrimStart('0').Length > 4)
                map.Add(index);
            index += length;
        }

        map.Add(literal.Length - 1);
        return map;
    }

    private static int EscapeLength(string literal, int index)
    {
        if (literal[index] != '\\')
            return 1;
        switch (literal[index + 1])
        {
            case 'u':
                return 6;
            case 'U':
                return 10;
            case 'x':
                var digits = 0;
                while (digits < 4 && Uri.IsHexDigit(literal[index + 2 + digits]))
                    digits++;
                return 2 + digits;
            default:
                return 2;
        }
    }

    private static List<int> SingleLineRaw(string literal)
    {
        var quotes = QuoteCount(literal);
        var map = new List<int>();
        for (var index = quotes; index <= literal.Length - quotes; index++)
            map.Add(index);
        return map;
    }

    private static List<int> MultiLineRaw(string literal)
    {
        var map = new List<int>();
        var lines = SourceText.From(literal).Lines;
        var indentation = literal.Length - QuoteCount(literal) - lines[lines.Count - 1].Start;
        for (var i = 1; i < lines.Count - 1; i++)
        {
            var line = lines[i];

            // The break after the last line belongs to the literal, not to its value.
            var end = i == lines.Count - 2 ? line.End : line.EndIncludingLineBreak;
            for (var index = Math.Min(line.Start + indentation, line.End); index < end; index++)
                map.Add(index);
            if (i == lines.Count - 2)
                map.Add(line.End);
        }

        return map;
    }

    private static int QuoteCount(string literal)
    {
        var count = 0;
        while (count < literal.Length && literal[count] == '"')
            count++;
        return count;
    }
}
