using Microsoft.CodeAnalysis.CSharp;

namespace DslTensors.Analyzers.Tests.Verification;

/// <summary>Code as it is while somebody types: one to three of its tokens changed.</summary>
internal static class RandomEdits
{
    public static string Of(string source, Random random)
    {
        var tokens = CSharpSyntaxTree.ParseText(source, Framework.ParseOptions).GetRoot().DescendantTokens().ToList();
        var edited = source;
        foreach (var token in Enumerable.Range(0, random.Next(1, 4)).Select(_ => tokens[random.Next(tokens.Count)]).DistinctBy(token => token.SpanStart).OrderByDescending(token => token.SpanStart))
        {
            // Deleted, doubled, exchanged for another, or everything behind it not typed yet.
            edited = random.Next(4) switch
            {
                0 => edited.Remove(token.SpanStart, token.Span.Length),
                1 => edited.Insert(token.SpanStart, token.Text + " "),
                2 => edited.Remove(token.SpanStart, token.Span.Length).Insert(token.SpanStart, tokens[random.Next(tokens.Count)].Text),
                _ => edited[..token.SpanStart],
            };
        }

        return edited;
    }
}
