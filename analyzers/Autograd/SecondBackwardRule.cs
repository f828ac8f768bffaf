using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DslTensors.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DslTensors.Analyzers.Autograd;

/// <summary>DSLT3007: backward through steps that an earlier backward has released: in sequence, or in the next turn of a loop.</summary>
internal sealed class SecondBackwardRule : FlowRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [AutogradDescriptors.Twice];

    public override void OnCall(CallEvent call, FlowReport report)
    {
        if (BackwardCall.Of(call) is not { } backward)
            return;
        var steps = GraphSearch.From(call.State, backward.Root);
        foreach (var (origin, _) in steps)
        {
            if (call.State[new ReleasedKey(origin)] is not PlaceFact { Place: var first })
                continue;
            report.At(
                AutogradDescriptors.Twice,
                call.Operation.Syntax,
                [first, origin],
                Keeping(first),
                $"Trying to backward through the graph a second time. Backward on line {LineOf.Node(first)} has released what the step on line {LineOf.Node(origin)} had kept. Pass retainGraph: true there, or compute the result anew");
            return;
        }

        if (backward is { Keeps: false, IsWhole: true } && call.Operation.Syntax is InvocationExpressionSyntax place)
            CheckLoop(place, steps, report);
    }

    private static void CheckLoop(InvocationExpressionSyntax backward, IReadOnlyList<(SyntaxNode Origin, TensorFact Fact)> steps, FlowReport report)
    {
        if (Loops.Around(backward) is not { } loop || Loops.EndsAfter(backward, loop))
            return;
        foreach (var (origin, fact) in steps.Where(step => step.Fact.Saves))
        {
            if (!loop.Span.Contains(origin.Span))
            {
                report.At(
                    AutogradDescriptors.Twice,
                    backward,
                    [origin],
                    null,
                    $"Trying to backward through the graph a second time. The step on line {LineOf.Node(origin)} runs once, before the loop, and the second turn of the loop goes through it again. Compute it inside the loop, or pass retainGraph: true");
                return;
            }

            if (Loops.Around(origin) == loop && Carried(origin, loop) is { } carried)
            {
                report.At(
                    AutogradDescriptors.Twice,
                    backward,
                    [origin],
                    null,
                    $"Trying to backward through the graph a second time. '{carried}' is computed from the '{carried}' of the turn before (line {LineOf.Node(origin)}), so that the graph reaches back into turns that are released. Cut it: {carried} = {carried}.Detach()");
                return;
            }
        }
    }

    /// <summary>The variable, declared outside of a loop, that a call of the loop takes and is assigned to, with nothing that cuts its graph.</summary>
    private static string? Carried(SyntaxNode call, SyntaxNode loop)
    {
        if (call is not InvocationExpressionSyntax { ArgumentList.Arguments: var arguments } || call.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is not { } assignment || assignment.Right != call)
            return null;
        foreach (var name in Names(assignment.Left).Where(name => arguments.Any(argument => argument.Expression is IdentifierNameSyntax given && given.Identifier.ValueText == name)))
        {
            var others = loop.DescendantNodes().OfType<AssignmentExpressionSyntax>().Where(other => other != assignment && Names(other.Left).Contains(name));
            var isDeclared = loop.DescendantNodes().Any(node => node is VariableDeclaratorSyntax { Identifier.ValueText: var local } && local == name);
            if (!others.Any() && !isDeclared && loop.DescendantNodes().OfType<AssignmentExpressionSyntax>().Count(other => other == assignment) == 1)
                return name;
        }

        return null;
    }

    private static IEnumerable<string> Names(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax { Identifier.ValueText: var name } => [name],
        TupleExpressionSyntax { Arguments: var arguments } => arguments.SelectMany(argument => Names(argument.Expression)),
        _ => [],
    };

    private static ImmutableDictionary<string, string?>? Keeping(SyntaxNode first)
    {
        if (first is not InvocationExpressionSyntax { ArgumentList: { } list } || list.Arguments.Any(argument => argument.NameColon?.Name.Identifier.ValueText == "retainGraph"))
            return null;
        var code = list.Arguments.Count == 0 ? "retainGraph: true" : ", retainGraph: true";
        return SuggestedChange.Replacing(new TextSpan(list.CloseParenToken.SpanStart, 0), code, "Keep the graph: retainGraph: true");
    }
}
