using System.Collections.Immutable;
using DslTensors.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Shapes;

/// <summary>DSLT2011: layer after layer, in a Sequential and in a Forward.</summary>
internal sealed class LayerRule : FlowRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [ShapeDescriptors.Layer];

    public override void OnCall(CallEvent call, FlowReport report)
    {
        if (call.Shapes is not { Signature.IsOperator: false, Result.Mismatch: { } mismatch } shapes || !IsLayer(shapes, call) || LossTargets.IsLoss(shapes))
            return;

        ShapeReport.Send(ShapeDescriptors.Layer, shapes, mismatch, report);
    }

    /// <summary>Whether a call is that of a module whose creation is known, by the user or by the container that it is in.</summary>
    public static bool IsLayer(ShapedCall shapes, CallEvent call) => shapes.Layer is not null || (call.Method.Name == "Forward" && call.Receiver is ModuleFlow);
}
