using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Flow;

/// <summary>Looks up whether what a step keeps was written since.</summary>
internal static class SpoiledValues
{
    /// <summary>The write; null where there is none for sure.</summary>
    /// <param name="state">What is known.</param>
    /// <param name="origin">The step.</param>
    /// <param name="fact">What is known of its result.</param>
    /// <param name="backward">Where backward runs; null for one outside of the method.</param>
    public static Spoiling? Of(FlowState state, SyntaxNode origin, TensorFact fact, SyntaxNode? backward = null)
    {
        if (state[new SpoiledKey(origin)] is Spoiling spoiling)
            return spoiling;

        // Within the loop, the next turn has not come yet.
        return fact.NextTurn is { } next && (backward is null || Loops.Around(next.Write)?.Span.Contains(backward.Span) != true) ? next : null;
    }
}
