using Microsoft.CodeAnalysis.CSharp;

namespace DslTensors.Analyzers.Tests.Verification;

/// <summary>Code as it is while somebody types: one to three of its tokens or lines changed.</summary>
internal static class RandomEdits
{
    private static readonly string[] HalfTyped =
        ["{", "}", "(", ")", "[Shape(\"", "[Shape(\"b ", "[Module] class", "var x = ", ".Forward(", "using (Autograd.", "=> ", "\"", "x is { ", "switch { _ => ", "foreach (var", "await ", "[TensorOp(\"n ->\")]", "<"];

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

    /// <summary>Lines exchanged, deleted or doubled, cut in the middle, or with something half typed in them.</summary>
    public static string OfLines(string source, Random random)
    {
        var lines = source.Split('\n').ToList();
        for (var count = random.Next(1, 4); count > 0 && lines.Count > 1; count--)
        {
            var at = random.Next(lines.Count);
            switch (random.Next(5))
            {
                case 0:
                    var other = random.Next(lines.Count);
                    (lines[at], lines[other]) = (lines[other], lines[at]);
                    break;
                case 1:
                    lines.RemoveAt(at);
                    break;
                case 2:
                    lines.Insert(at, lines[random.Next(lines.Count)]);
                    break;
                case 3:
                    lines[at] = lines[at][..random.Next(lines[at].Length + 1)];
                    break;
                default:
                    lines[at] = lines[at].Insert(random.Next(lines[at].Length + 1), HalfTyped[random.Next(HalfTyped.Length)]);
                    break;
            }
        }

        return string.Join('\n', lines);
    }
}
