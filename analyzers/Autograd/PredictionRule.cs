using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DslTensors.Analyzers.Flow;
using DslTensors.Generator.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Analyzers.Autograd;

/// <summary>DSLT3008: backward of a loss whose prediction was computed in NoGrad.</summary>
internal sealed class PredictionRule : FlowRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [AutogradDescriptors.Prediction];

    public override FlowState Follow(FlowEvent happening, FlowState state)
    {
        if (happening is not CallEvent { Result: TensorFlow { Origin: { } origin } } call || origin != call.Operation.Syntax || LayerGradients.LossOf(call.Method) is null)
            return state;
        var inputs = TensorFacts.Inputs(call).ToList();
        var fact = inputs.Select(input => TensorFacts.Of(call.State, input.Value)).FirstOrDefault();
        return state.With(new LossKey(origin), fact is { Grad: GradState.None, Reason: NoGraph.NoGrad or NoGraph.Detached, ReasonAt: { } place } && (fact.Reason == NoGraph.NoGrad || IsCutByHelper(inputs)) ? new PlaceFact(place.Node) : FlowValue.Unknown);
    }

    public override void OnCall(CallEvent call, FlowReport report)
    {
        if (BackwardCall.Of(call) is not { Root: TensorFlow { Origin: { } origin } } backward || call.State[new LossKey(origin)] is not PlaceFact { Place: var scope })
            return;
        if (TensorFacts.Of(call.State, backward.Root) is { Grad: GradState.None })
            return;
        report.At(
            AutogradDescriptors.Prediction,
            origin,
            [scope, call.Operation.Syntax],
            null,
            scope is InvocationExpressionSyntax opening && GradMode.IsScope(opening)
                ? $"The prediction was computed inside the scope of line {LineOf.Node(scope)}, where nothing is recorded: backward of this loss does not reach what computed it. Compute the prediction outside of the scope"
                : $"The prediction is cut off from its graph on line {LineOf.Node(scope)}: backward of this loss does not reach what computed it. Give the loss the tensor itself");
    }

    /// <summary>Whether a method called for the prediction cuts it off, where the target is data that the method is given.</summary>
    private static bool IsCutByHelper(IReadOnlyList<(string Name, IOperation? Operation, FlowValue Value)> inputs) =>
        inputs is [{ Value: TensorFlow { Origin: InvocationExpressionSyntax made } prediction }, { Operation: { } target }, ..] && GradMode.NameOf(made) != "Detach"
        && TensorFacts.Unconverted(target) is IParameterReferenceOperation && prediction.Origin is not null;

    private sealed record LossKey(SyntaxNode Origin);
}
