using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DslTensors.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslTensors.Analyzers.Training;

/// <summary>DSLT4009 and DSLT4010: the order of ZeroGrad, Backward and Step in one list of statements, around its end where it is a loop's body.</summary>
internal sealed class StepOrderRule : FlowRule
{
    private enum Part
    {
        Other,
        Zero,
        Backward,
        Unknown,
    }

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [TrainingDescriptors.Order, TrainingDescriptors.Between];

    public override void OnEnd(EndEvent end, FlowReport report)
    {
        var body = TrainingBody.Of(end);
        foreach (var step in body.Of(TrainingCallKind.Step))
        {
            if (step.Subject is not null && step.Syntax.Parent is ExpressionStatementSyntax { Parent: { } list } statement && body.Names is { } names)
                Check(step, statement, Statements(list), list, body, names, report);
        }
    }

    private static void Check(TrainingCall step, StatementSyntax statement, IReadOnlyList<StatementSyntax> statements, SyntaxNode list, TrainingBody body, CallNames names, FlowReport report)
    {
        var parts = statements.Select(other => PartOf(other, step, body, names)).ToList();
        var at = statements.ToList().IndexOf(statement);
        if (at < 0 || parts.Contains(Part.Unknown))
            return;

        var isLoop = list.Parent is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax;
        var before = LastOf(parts, at - 1, 0);
        var after = parts.FindIndex(at + 1, part => part == Part.Backward);
        if (before < 0 && isLoop)
        {
            // The end of the turn before comes first.
            var last = LastOf(parts, parts.Count - 1, at + 1);
            if (last >= 0 && parts[last] == Part.Zero && after >= 0)
                ReportOrder(step, statements[after], report);
        }
        else if (before < 0)
        {
            if (after >= 0 && !HasBackwardBefore(statement, body, names) && parts.FindIndex(at + 1, part => part == Part.Zero) is var zero && (zero < 0 || zero > after) && Loops.Around(statement) is null)
                ReportOrder(step, statements[after], report);
        }
        else if (parts[before] == Part.Zero)
        {
            if (after >= 0 && !HasBackwardIn(parts, before))
                ReportOrder(step, statements[after], report);
            else if (HasBackwardIn(parts, before) || HasBackwardBefore(statement, body, names))
                ReportBetween(step, statements[before], report);
        }
    }

    private static void ReportOrder(TrainingCall step, SyntaxNode backward, FlowReport report) => report.At(
        TrainingDescriptors.Order,
        step.Syntax,
        [backward],
        null,
        $"Step comes before Backward (line {LineOf.Node(backward)}): the gradients it uses are not those of this loss. Call ZeroGrad, Backward and then Step");

    private static void ReportBetween(TrainingCall step, SyntaxNode zero, FlowReport report) => report.At(
        TrainingDescriptors.Between,
        zero,
        [step.Syntax],
        null,
        $"The gradients that Backward has computed are set to zero before Step uses them (line {LineOf.Node(step.Syntax)}), so that nothing is trained. Call ZeroGrad before Backward, or after Step");

    private static bool HasBackwardIn(List<Part> parts, int end) => parts.Take(end).Contains(Part.Backward);

    /// <summary>Whether backward may have run before the statements that a statement stands in: in the statements around them.</summary>
    private static bool HasBackwardBefore(StatementSyntax statement, TrainingBody body, CallNames names)
    {
        for (SyntaxNode? current = statement.Parent?.FirstAncestorOrSelf<StatementSyntax>(); current is StatementSyntax around; current = current.Parent?.FirstAncestorOrSelf<StatementSyntax>())
        {
            if (around.Parent is { } list && Statements(list).TakeWhile(other => other != around).Any(other => Mentions(other, "Backward", body, names)))
                return true;
            if (around is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax)
                return false;
        }

        return false;
    }

    private static int LastOf(List<Part> parts, int from, int to)
    {
        for (var i = from; i >= to; i--)
        {
            if (parts[i] != Part.Other)
                return i;
        }

        return -1;
    }

    private static Part PartOf(StatementSyntax statement, TrainingCall step, TrainingBody body, CallNames names)
    {
        if (statement.Span.Contains(step.Syntax.Span))
            return Part.Other;
        var isZero = body.Of(TrainingCallKind.ZeroGrad).Any(call => call.Syntax.Parent == statement && (call.IsOn(step.Subject) || ModuleTraits.IsModule(call.Call.Instance?.Type)));
        if (isZero)
            return Part.Zero;
        if (body.Operations.Any(operation => operation is Microsoft.CodeAnalysis.Operations.IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } && statement.Span.Contains(operation.Syntax.Span)))
            return Part.Unknown;
        if (statement.DescendantNodes().Any(node => node is AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Grad" } }))
            return Part.Backward;
        return Mentions(statement, "Backward", body, names) ? Part.Backward : Part.Other;
    }

    private static bool Mentions(StatementSyntax statement, string word, TrainingBody body, CallNames names) =>
        body.Of(TrainingCallKind.Backward).Any(call => statement.Span.Contains(call.Syntax.Span)) || names.Reaches(statement, word);

    private static IReadOnlyList<StatementSyntax> Statements(SyntaxNode list) => list switch
    {
        BlockSyntax block => block.Statements,
        SwitchSectionSyntax section => section.Statements,
        GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } => [.. unit.Members.OfType<GlobalStatementSyntax>().Select(member => member.Statement)],
        _ => [],
    };
}
