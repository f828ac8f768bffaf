using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DslTensors.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Analyzers.Training;

/// <summary>DSLT4007: an optimizer that is given all parameters of a model that was frozen before, or that only runs inside NoGrad.</summary>
internal sealed class FrozenOptimizerRule : FlowRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [TrainingDescriptors.Frozen];

    public override void OnEnd(EndEvent end, FlowReport report)
    {
        var body = TrainingBody.Of(end);
        foreach (var creation in body.Operations.OfType<IObjectCreationOperation>().Where(creation => TrainingBody.IsOptimizer(creation.Type)))
        {
            if (TensorFacts.Unconverted(creation.Arguments.FirstOrDefault()?.Value) is not IInvocationOperation { TargetMethod.Name: "Parameters" } given || TrainingBody.SymbolOf(given.Instance) is not ILocalSymbol model)
                continue;
            if (FrozenAt(model, creation, body) is { } place)
            {
                report.At(
                    TrainingDescriptors.Frozen,
                    given.Syntax,
                    [place],
                    null,
                    $"The parameters of '{model.Name}' are frozen on line {LineOf.Node(place)}: they get no gradient, and the optimizer changes nothing. Give it the parameters that are to be trained");
            }
            else if (OnlyInNoGrad(model, given, body) is { } scope)
            {
                report.At(
                    TrainingDescriptors.Frozen,
                    given.Syntax,
                    [scope],
                    null,
                    $"'{model.Name}' only runs inside the scope of line {LineOf.Node(scope)}, where nothing is recorded: its parameters get no gradient, and the optimizer changes nothing. Run it outside of the scope, or leave its parameters out");
            }
        }
    }

    /// <summary>Where a model was frozen before, with nothing that trains a part of it again.</summary>
    private static SyntaxNode? FrozenAt(ILocalSymbol model, IOperation creation, TrainingBody body)
    {
        var freeze = body.Of(TrainingCallKind.Freeze).FirstOrDefault(call => call.IsOn(model) && call.Syntax.SpanStart < creation.Syntax.SpanStart && IsUnconditional(call.Syntax))?.Syntax
            ?? body.Operations.OfType<IForEachLoopOperation>().FirstOrDefault(loop => loop.Syntax.SpanStart < creation.Syntax.SpanStart && IsUnconditional(loop.Syntax) && Freezes(loop, model))?.Syntax;
        if (freeze is null || body.Of(TrainingCallKind.Unfreeze).Any())
            return null;

        // A new head in place of an old one, or a flag that is set again: a part of the model trains.
        foreach (var assignment in body.Operations.OfType<ISimpleAssignmentOperation>())
        {
            if (assignment.Syntax.SpanStart > freeze.SpanStart && !freeze.Span.Contains(assignment.Syntax.Span) && assignment.Target is IPropertyReferenceOperation or IFieldReferenceOperation)
                return null;
        }

        return freeze;
    }

    private static bool Freezes(IForEachLoopOperation loop, ILocalSymbol model) =>
        TensorFacts.Unconverted(loop.Collection) is IInvocationOperation { TargetMethod.Name: "Parameters", Instance: var whole } && SymbolEqualityComparer.Default.Equals(TrainingBody.SymbolOf(whole), model)
        && loop.Body.Descendants().OfType<ISimpleAssignmentOperation>().Any(assignment => assignment.Target is IPropertyReferenceOperation { Property.Name: "RequiresGrad" } && assignment.Value.ConstantValue is { HasValue: true, Value: false })
        && !loop.Body.DescendantsAndSelf().Any(operation => operation is IConditionalOperation or IConditionalAccessOperation);

    private static bool IsUnconditional(SyntaxNode node) => !node.Ancestors().TakeWhile(parent => parent is not (BaseMethodDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .Any(parent => parent is IfStatementSyntax or SwitchStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or ConditionalExpressionSyntax);

    private static SyntaxNode? OnlyInNoGrad(ILocalSymbol model, IOperation given, TrainingBody body)
    {
        var runs = body.Of(TrainingCallKind.Forward).Where(call => call.IsOn(model)).ToList();
        if (runs.Count == 0 || !body.Of(TrainingCallKind.Backward).Any())
            return null;
        var scopes = runs.Select(call => GradMode.At(call.Syntax)).ToList();

        // Who else gets the model may train it.
        var references = body.Root.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Where(reference => SymbolEqualityComparer.Default.Equals(reference.Local, model));
        var isElsewhere = references.Any(reference => TensorFacts.Unconverted(reference.Parent) is IArgumentOperation { Parent: not IInvocationOperation { TargetMethod.ContainingNamespace.Name: "DslTensors" } }
            || reference.Parent is IPropertyReferenceOperation or IFieldReferenceOperation or IVariableInitializerOperation or ISimpleAssignmentOperation or IMethodReferenceOperation
            || IsRunOtherwise(reference, runs));
        return scopes.All(mode => mode.IsOff) && !isElsewhere ? scopes[0].Scope : null;
    }

    /// <summary>Whether a model is run by another method of its own, or in a function whose runs are not among those that are known.</summary>
    private static bool IsRunOtherwise(ILocalReferenceOperation reference, List<TrainingCall> runs) =>
        TensorFacts.Unconverted(reference.Parent is IConversionOperation conversion ? conversion.Parent : reference.Parent) is IInvocationOperation call
        && runs.All(run => run.Call.Syntax != call.Syntax)
        && (call.TargetMethod.Name == "Forward" || call.TargetMethod.ContainingNamespace?.Name != "DslTensors");
}
