using System.Collections.Immutable;
using System.Linq;
using DslTensors.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DslTensors.Analyzers.Autograd;

/// <summary>DSLT3001, DSLT3002, DSLT3004: backward runs through a step whose kept value was written since: directly, through a detached alias, or through Data.</summary>
internal sealed class SpoiledValueRule : FlowRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [AutogradDescriptors.Detached, AutogradDescriptors.Data, AutogradDescriptors.Saved];

    public override void OnCall(CallEvent call, FlowReport report)
    {
        if (BackwardCall.Of(call) is not { IsWhole: true } backward)
            return;
        foreach (var (origin, fact) in GraphSearch.From(call.State, backward.Root))
        {
            if (SpoiledValues.Of(call.State, origin, fact, call.Operation.Syntax) is { } spoiling)
                Report(spoiling, call.Operation.Syntax, report);
        }
    }

    private static void Report(Spoiling spoiling, SyntaxNode backward, FlowReport report)
    {
        var saving = spoiling.Saving;
        var kept = $"{saving.Operator} has kept {saving.Text} for its gradient (line {LineOf.Node(saving.Result)})";
        var alias = spoiling.AliasAt is { } at ? $" made on line {LineOf.Node(at)}" : "";
        var places = new[] { saving.Result, spoiling.AliasAt, backward };
        if ((spoiling.Alias & AliasKind.Data) != 0)
        {
            report.At(AutogradDescriptors.Data, spoiling.Write, places, CloneAfter(spoiling), $"Backward computes a wrong gradient, and nobody says so: {kept}, and this write through Data{alias} changes it unseen. Write to a copy: Detach().Clone()");
        }
        else if ((spoiling.Alias & AliasKind.Detached) != 0)
        {
            report.At(
                AutogradDescriptors.Detached,
                spoiling.Write,
                places,
                CloneAfter(spoiling),
                $"one of the variables needed for gradient computation has been modified by an inplace operation: {kept}, and this write goes to the same memory through the detached alias{alias}. Write to a copy: Detach().Clone()");
        }
        else
        {
            report.At(
                AutogradDescriptors.Saved,
                spoiling.Write,
                places,
                null,
                $"one of the variables needed for gradient computation has been modified by an inplace operation: {kept}, and Backward on line {LineOf.Node(backward)} needs it. Use the form that returns a new tensor, or write to a Clone()");
        }
    }

    private static ImmutableDictionary<string, string?>? CloneAfter(Spoiling spoiling) =>
        spoiling.AliasAt is { } alias && alias.SyntaxTree == spoiling.Write.SyntaxTree && alias.ToString().EndsWith(".Detach()", System.StringComparison.Ordinal)
            ? SuggestedChange.Replacing(new TextSpan(alias.Span.End, 0), ".Clone()", "Write to a copy: Detach().Clone()")
            : null;
}
