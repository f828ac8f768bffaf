using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers;

/// <summary>Lines in messages.</summary>
internal static class LineOf
{
    /// <summary>The line of a piece of code, from 1.</summary>
    public static int Node(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
}
