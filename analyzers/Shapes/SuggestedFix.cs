using System.Collections.Immutable;

namespace DslTensors.Analyzers.Shapes;

/// <summary>What to do about a mismatch: in words, and for the code fix where it is safe.</summary>
/// <param name="Text">A sentence without its full stop.</param>
/// <param name="Properties">The <see cref="Start"/> and <see cref="Length"/> of the code to replace, and the <see cref="Code"/> to put there.</param>
internal sealed record SuggestedFix(string Text, ImmutableDictionary<string, string?>? Properties = null)
{
    /// <summary>The first character of the code to replace.</summary>
    public const string Start = "start";

    /// <summary>How many characters to replace.</summary>
    public const string Length = "length";

    /// <summary>What to put there.</summary>
    public const string Code = "code";

    /// <summary>A fix that replaces one expression.</summary>
    /// <param name="text">The sentence.</param>
    /// <param name="node">The expression; null where it is not written here.</param>
    /// <param name="code">What to put there.</param>
    public static SuggestedFix Replacing(string text, Microsoft.CodeAnalysis.SyntaxNode? node, string code) => node is null
        ? new SuggestedFix(text)
        : new SuggestedFix(text, ImmutableDictionary<string, string?>.Empty
            .Add(Start, node.SpanStart.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .Add(Length, node.Span.Length.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .Add(Code, code));
}
