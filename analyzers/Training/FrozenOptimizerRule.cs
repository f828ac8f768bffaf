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
            if (TensorFacts.Unconverted(creation.Arguments.FirstOrDefault()?.Value) is not IInvocationOperation { TargetMethod.Name: "Parameters", Instance: { } whole } given || PathOf(whole) is not { } path)
                continue;
            if (FrozenAt(path, creation, body) is { } place)
            {
                report.At(
                    TrainingDescriptors.Frozen,
                    given.Syntax,
                    [place],
                    null,
                    $"The parameters of '{path}' are frozen on line {LineOf.Node(place)}: they get no gradient, and the optimizer changes nothing. Give it the parameters that are to be trained");
            }
            else if (TrainingBody.SymbolOf(whole) is ILocalSymbol model && OnlyInNoGrad(model, given, body) is { } scope)
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
    private static SyntaxNode? FrozenAt(string path, IOperation creation, TrainingBody body)
    {
        var freeze = body.Of(TrainingCallKind.Freeze).FirstOrDefault(call => PathOf(call.Call.Instance ?? call.Call.Arguments.FirstOrDefault()?.Value) == path && call.Syntax.SpanStart < creation.Syntax.SpanStart && IsUnconditional(call.Syntax))?.Syntax
            ?? body.Operations.OfType<IForEachLoopOperation>().FirstOrDefault(loop => loop.Syntax.SpanStart < creation.Syntax.SpanStart && IsUnconditional(loop.Syntax) && Freezes(loop, path))?.Syntax;
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

    /// <summary>A local, or a part of what a local holds, as it is written; null where it is something else.</summary>
    private static string? PathOf(IOperation? operation) => TensorFacts.Unconverted(operation) switch
    {
        ILocalReferenceOperation { Local.Name: var name } => name,
        IPropertyReferenceOperation { Property: { Name: var name, SetMethod: null }, Instance: { } whole, Arguments.IsEmpty: true } => PathOf(whole) is { } path ? $"{path}.{name}" : null,
        _ => null,
    };

    private static bool Freezes(IForEachLoopOperation loop, string path) =>
        TensorFacts.Unconverted(loop.Collection) is IInvocationOperation { TargetMethod.Name: "Parameters", Instance: var whole } && PathOf(whole) == path
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
