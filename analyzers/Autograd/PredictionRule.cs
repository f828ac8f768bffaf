using System.Collections.Immutable;
using System.Linq;
using DslTensors.Analyzers.Flow;
using DslTensors.Generator.Models;
using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Autograd;

/// <summary>DSLT3008: backward of a loss whose prediction was computed in NoGrad.</summary>
internal sealed class PredictionRule : FlowRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [AutogradDescriptors.Prediction];

    public override FlowState Follow(FlowEvent happening, FlowState state)
    {
        if (happening is not CallEvent { Result: TensorFlow { Origin: { } origin } } call || origin != call.Operation.Syntax || LayerGradients.LossOf(call.Method) is null)
            return state;
        var fact = TensorFacts.Inputs(call).Select(input => TensorFacts.Of(call.State, input.Value)).FirstOrDefault();
        return state.With(new LossKey(origin), fact is { Grad: GradState.None, Reason: NoGraph.NoGrad, ReasonAt: { } scope } ? new PlaceFact(scope.Node) : FlowValue.Unknown);
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
            $"The prediction was computed inside the scope of line {LineOf.Node(scope)}, where nothing is recorded: backward of this loss does not reach what computed it. Compute the prediction outside of the scope");
    }

    private sealed record LossKey(SyntaxNode Origin);
}
