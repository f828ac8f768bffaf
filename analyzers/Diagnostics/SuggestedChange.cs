using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DslTensors.Analyzers;

/// <summary>A change of the text that a rule has worked out, as properties of its diagnostic; a code fix makes it.</summary>
public static class SuggestedChange
{
    /// <summary>The first character to replace.</summary>
    public const string Start = "start";

    /// <summary>How many characters to replace.</summary>
    public const string Length = "length";

    /// <summary>What to put there.</summary>
    public const string Code = "code";

    /// <summary>What the user reads in the menu.</summary>
    public const string Title = "title";

    /// <summary>Replaces a span of the file that the diagnostic is in.</summary>
    public static ImmutableDictionary<string, string?> Replacing(TextSpan span, string code, string title) => ImmutableDictionary<string, string?>.Empty
        .Add(Start, span.Start.ToString(CultureInfo.InvariantCulture))
        .Add(Length, span.Length.ToString(CultureInfo.InvariantCulture))
        .Add(Code, code)
        .Add(Title, title);

    /// <summary>Adds a statement before another one, with its indentation; null where there is no list of statements.</summary>
    public static ImmutableDictionary<string, string?>? Before(SyntaxNode? statement, string code, string title) => statement is StatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax or SwitchSectionSyntax }
        ? Replacing(new TextSpan(statement.SpanStart, 0), $"{code}\n{Indentation(statement)}", title)
        : null;

    /// <summary>Puts an expression statement under a <c>using</c>.</summary>
    public static ImmutableDictionary<string, string?>? Under(SyntaxNode? statement, string scope, string title) => statement is ExpressionStatementSyntax
        ? Replacing(new TextSpan(statement.SpanStart, 0), $"using ({scope})\n{Indentation(statement)}    ", title)
        : null;

    private static string Indentation(SyntaxNode node)
    {
        var text = node.SyntaxTree.GetText();
        var line = text.Lines.GetLineFromPosition(node.SpanStart).ToString();
        return new string([.. line.TakeWhile(char.IsWhiteSpace)]);
    }
}
