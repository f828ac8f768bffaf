using System.Collections.Immutable;
using DslTensors.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Shapes;

/// <summary>DSLT2900: shows the shape of each tensor expression. Off by default.</summary>
internal sealed class InferredShapeRule : FlowRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [ShapeDescriptors.Inferred];

    public override void OnCall(CallEvent call, FlowReport report)
    {
        if (call.Result is TensorFlow { Shape: { IsUnknown: false } shape } && call.Shapes?.Layer is null)
            report.At(ShapeDescriptors.Inferred, call.Operation.Syntax, $"{shape}");
    }
}
