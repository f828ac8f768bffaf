using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Flow;

/// <summary>Takes the diagnostics of the flow rules; code that fails on purpose is left alone.</summary>
internal sealed class FlowReport(Action<Diagnostic> report, ExpectedFailures expected, CancellationToken cancellation)
{
    private readonly HashSet<(string Id, Location Location)> _reported = [];

    /// <summary>The compilation, for questions about other methods.</summary>
    public Compilation? Compilation { get; init; }

    /// <summary>The method, property or field that is analysed.</summary>
    public ISymbol? Owner { get; init; }

    /// <summary>Reports at a node, once for each rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="node">What is wrong.</param>
    /// <param name="origins">Where it comes from: the lines that made the shapes.</param>
    /// <param name="properties">What a code fix needs.</param>
    /// <param name="arguments">The parts of the message.</param>
    public void At(
        DiagnosticDescriptor rule,
        SyntaxNode node,
        IEnumerable<SyntaxNode?>? origins,
        ImmutableDictionary<string, string?>? properties,
        params object[] arguments)
    {
        var location = node.GetLocation();
        if (expected.Cover(location, cancellation) || !_reported.Add((rule.Id, location)))
            return;
        var places = (origins ?? []).Where(origin => origin is not null && origin != node).Distinct().Select(origin => origin!.GetLocation());
        report(Diagnostic.Create(rule, location, places, properties, arguments));
    }

    public void At(DiagnosticDescriptor rule, SyntaxNode node, params object[] arguments) => At(rule, node, null, null, arguments);
}
