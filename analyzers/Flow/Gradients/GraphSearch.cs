using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Flow;

/// <summary>Finds the steps that backward surely runs through.</summary>
internal static class GraphSearch
{
    /// <summary>The tensors between a root and the leaves that surely have a gradient, given that the root has.</summary>
    public static IReadOnlyList<(SyntaxNode Origin, TensorFact Fact)> From(FlowState state, FlowValue root)
    {
        if (root is not TensorFlow { Origin: { } start } || TensorFacts.At(state, start) is not { Grad: not GradState.None } first)
            return [];

        var found = new List<(SyntaxNode, TensorFact)> { (start, first) };
        var seen = new HashSet<SyntaxNode> { start };
        for (var i = 0; i < found.Count; i++)
        {
            var fact = found[i].Item2;
            var sources = fact.Sources.Select(source => (Origin: source.Node, Fact: TensorFacts.At(state, source.Node))).Where(source => source.Fact is not { Grad: GradState.None }).ToList();

            // Of several that may have a gradient, only those that surely have one; a single one has it, as there is no other.
            var single = !fact.HasUnknownSource && sources.Count == 1;
            foreach (var (origin, source) in sources)
            {
                if (source is not null && (single || source.Grad == GradState.Required) && seen.Add(origin))
                    found.Add((origin, source));
            }
        }

        return found;
    }
}
