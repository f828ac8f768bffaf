using System.Collections.Generic;
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
        CheckFunction(body, report);
        foreach (var step in body.Of(TrainingCallKind.Step))
        {
            if (Loops.Around(step.Syntax) is not { } loop || Loops.EndsAfter(step.Syntax, loop) || step.Subject is not { } optimizer || IsDeclaredIn(optimizer, loop))
                continue;
            var backward = body.Of(TrainingCallKind.Backward).FirstOrDefault(call => loop.Span.Contains(call.Syntax.Span));
            if (backward is null || !IsOfLibrary(step.Call.Instance?.Type) || (SetsToZero(loop, body) && !OnlyOthersAreCleared(optimizer, loop, body)))
                continue;

            var name = step.Call.Instance!.Syntax.ToString();
            report.At(
                TrainingDescriptors.ZeroGrad,
                backward.Syntax,
                [step.Syntax, loop],
                SuggestedChange.Before(backward.Syntax.FirstAncestorOrSelf<ExpressionStatementSyntax>(), $"{name}.ZeroGrad();", $"Add {name}.ZeroGrad()"),
                $"Nothing sets the gradients {(SetsToZero(loop, body) ? $"of '{name}' " : "")}to zero in this loop: Backward adds to those of all turns before, and '{name}' steps along their sum (line {LineOf.Node(step.Syntax)}). Call {name}.ZeroGrad() before Backward");
            return;
        }
    }

    /// <summary>A lambda or local function that trains, which a loop calls, in a program that never sets gradients to zero.</summary>
    private static void CheckFunction(TrainingBody body, FlowReport report)
    {
        if (body.Root.Syntax.FirstAncestorOrSelf<SyntaxNode>(node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax) is not { } function || body.Names is not { } names)
            return;
        var name = function switch
        {
            AnonymousFunctionExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var variable } } } => variable,
            LocalFunctionStatementSyntax local => local.Identifier.ValueText,
            _ => null,
        };
        if (name is null || names.Mentions("ZeroGrad") || names.AssignsMember("Grad") || names.Mentions("ZeroInPlace"))
            return;
        foreach (var step in body.Of(TrainingCallKind.Step))
        {
            var backward = body.Of(TrainingCallKind.Backward).FirstOrDefault(call => call.Syntax.SpanStart < step.Syntax.SpanStart);
            if (backward is null || step.Subject is not { } optimizer || !IsOfLibrary(step.Call.Instance?.Type) || function.Span.Contains(optimizer.DeclaringSyntaxReferences.FirstOrDefault()?.Span ?? function.Span) || LoopCalling(name, function) is not { } loop)
                continue;
            var text = step.Call.Instance!.Syntax.ToString();
            report.At(
                TrainingDescriptors.ZeroGrad,
                backward.Syntax,
                [step.Syntax, loop],
                SuggestedChange.Before(backward.Syntax.FirstAncestorOrSelf<ExpressionStatementSyntax>(), $"{text}.ZeroGrad();", $"Add {text}.ZeroGrad()"),
                $"Nothing sets the gradients to zero between the calls of '{name}' (line {LineOf.Node(loop)}): Backward adds to those of all calls before, and '{text}' steps along their sum (line {LineOf.Node(step.Syntax)}). Call {text}.ZeroGrad() before Backward");
            return;
        }
    }

    private static StatementSyntax? LoopCalling(string name, SyntaxNode function) =>
        (function.FirstAncestorOrSelf<MemberDeclarationSyntax>(node => node is not GlobalStatementSyntax) ?? function.SyntaxTree.GetRoot()).DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(call => !function.Span.Contains(call.Span) && (call.Expression is IdentifierNameSyntax { Identifier.ValueText: var called } && called == name || call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Invoke", Expression: IdentifierNameSyntax { Identifier.ValueText: var invoked } } && invoked == name))
            .Select(call => Loops.Around(call) is { } loop && !Loops.EndsAfter(call, loop) ? loop : null)
            .FirstOrDefault(loop => loop is not null);

    /// <summary>Whether all that is cleared in a loop surely are the gradients of other modules than those of an optimizer.</summary>
    private static bool OnlyOthersAreCleared(ISymbol optimizer, StatementSyntax loop, TrainingBody body)
    {
        if (ModulesOf(optimizer, loop, body) is not { Count: > 0 } own || own.Any(module => !IsCreatedAlone(module)))
            return false;

        // Each module trains in the loop, and every call that clears is on an optimizer of other modules.
        if (!own.All(module => body.Of(TrainingCallKind.Forward).Any(call => loop.Span.Contains(call.Syntax.Span) && call.IsOn(module) && GradMode.At(call.Syntax).IsOn)))
            return false;
        var names = body.Names;
        var clearing = loop.DescendantNodes().OfType<SimpleNameSyntax>().Where(name => name.Identifier.ValueText == "ZeroGrad").ToList();
        var known = body.Of(TrainingCallKind.ZeroGrad).Where(call => loop.Span.Contains(call.Syntax.Span)).ToList();
        if (names is null || known.Count == 0 || clearing.Count != known.Count || loop.DescendantNodes().Any(node => node is AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Grad" } })
            || loop.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => GradMode.NameOf(call) is not "ZeroGrad" and var name && (names.Reaches(name, "ZeroGrad") || name is "ZeroInPlace"))
            || body.Operations.OfType<Microsoft.CodeAnalysis.Operations.IInvocationOperation>().Any(call => call.TargetMethod.MethodKind == MethodKind.DelegateInvoke && loop.Span.Contains(call.Syntax.Span)))
            return false;
        return known.All(call => call.Subject is { } other && !SymbolEqualityComparer.Default.Equals(other, optimizer)
            && (ModulesOf(other, loop, body) ?? (ModuleTraits.IsModule(call.Call.Instance?.Type) ? [other] : null)) is { } others
            && others.All(module => IsCreatedAlone(module) && own.All(mine => !SymbolEqualityComparer.Default.Equals(mine, module))));
    }

    private static IReadOnlyList<ISymbol>? ModulesOf(ISymbol optimizer, SyntaxNode place, TrainingBody body) =>
        Optimizers.CreationOf(optimizer, place) is { } creation
        && body.Operations.OfType<Microsoft.CodeAnalysis.Operations.IObjectCreationOperation>().FirstOrDefault(operation => operation.Syntax == creation) is { Arguments: [{ Value: var given }, ..] }
            ? Optimizers.ModulesOf(given)
            : null;

    /// <summary>Whether a local is created of itself: nothing else can be a part of it.</summary>
    private static bool IsCreatedAlone(ISymbol module) => module is IParameterSymbol
        || (FixedVariables.ValueOf(module) is BaseObjectCreationExpressionSyntax creation
            && !creation.DescendantNodes().Any(node => node is IdentifierNameSyntax { Parent: ArgumentSyntax or MemberAccessExpressionSyntax }));

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
