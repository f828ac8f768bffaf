using System.Collections.Immutable;
using System.Linq;
using DslTensors.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslTensors.Analyzers.Training;

/// <summary>DSLT4008: a loop with Backward and Step in which nothing sets the gradients to zero.</summary>
internal sealed class TrainingLoopRule : FlowRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [TrainingDescriptors.ZeroGrad];

    public override void OnEnd(EndEvent end, FlowReport report)
    {
        var body = TrainingBody.Of(end);
        foreach (var step in body.Of(TrainingCallKind.Step))
        {
            if (Loops.Around(step.Syntax) is not { } loop || Loops.EndsAfter(step.Syntax, loop) || step.Subject is not { } optimizer || IsDeclaredIn(optimizer, loop))
                continue;
            var backward = body.Of(TrainingCallKind.Backward).FirstOrDefault(call => loop.Span.Contains(call.Syntax.Span));
            if (backward is null || !IsOfLibrary(step.Call.Instance?.Type) || SetsToZero(loop, body))
                continue;

            var name = step.Call.Instance!.Syntax.ToString();
            report.At(
                TrainingDescriptors.ZeroGrad,
                backward.Syntax,
                [step.Syntax, loop],
                SuggestedChange.Before(backward.Syntax.FirstAncestorOrSelf<ExpressionStatementSyntax>(), $"{name}.ZeroGrad();", $"Add {name}.ZeroGrad()"),
                $"Nothing sets the gradients to zero in this loop: Backward adds to those of all turns before, and '{name}' steps along their sum (line {LineOf.Node(step.Syntax)}). Call {name}.ZeroGrad() before Backward");
            return;
        }
    }

    private static bool SetsToZero(StatementSyntax loop, TrainingBody body)
    {
        var nodes = loop.DescendantNodes().ToList();
        if (nodes.Any(node => node is AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Grad" } }))
            return true;
        if (nodes.Any(node => node is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ZeroInPlace" or "FillInPlace", Expression: var whole } && whole.ToString().Contains("Grad")))
            return true;
        if (body.Names is not { } names)
            return true;
        return nodes.OfType<SimpleNameSyntax>().Any(name => name.Identifier.ValueText == "ZeroGrad")
            || nodes.OfType<InvocationExpressionSyntax>().Any(call => names.Reaches(GradMode.NameOf(call), "ZeroGrad") || names.Reaches(GradMode.NameOf(call), "Grad"))
            || body.Operations.OfType<Microsoft.CodeAnalysis.Operations.IInvocationOperation>().Any(call => call.TargetMethod.MethodKind == MethodKind.DelegateInvoke && loop.Span.Contains(call.Syntax.Span) && !names.Reaches(GradMode.NameOf((InvocationExpressionSyntax)call.Syntax), "Forward"));
    }

    // An optimizer of one's own may do it in its step.
    private static bool IsOfLibrary(ITypeSymbol? type) => type?.ContainingNamespace?.Name == "DslTensors";

    private static bool IsDeclaredIn(ISymbol symbol, SyntaxNode loop) =>
        symbol is ILocalSymbol && symbol.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == loop.SyntaxTree && loop.Span.Contains(reference.Span));
}
