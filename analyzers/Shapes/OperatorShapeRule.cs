using System;
using System.Collections.Immutable;
using DslTensors.Analyzers.Flow;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Shapes;

/// <summary>DSLT2001 to DSLT2006 and DSLT2012: the shapes given to an operator cannot fit its signature, so the call throws whenever it runs.</summary>
internal sealed class OperatorShapeRule : FlowRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ShapeDescriptors.OfOperators;

    public override void OnCall(CallEvent call, FlowReport report)
    {
        if (call.Shapes is { Result.Mismatch: { } mismatch } shapes && !ViewRule.IsAbout(shapes) && (shapes.Signature.IsOperator || LossTargets.IsLoss(shapes)))
            ShapeReport.Send(DescriptorOf(shapes, mismatch), shapes, mismatch, report);
    }

    private static DiagnosticDescriptor DescriptorOf(ShapedCall call, SignatureMismatch mismatch) => mismatch.Kind switch
    {
        MismatchKind.Size or MismatchKind.Rank or MismatchKind.RestRank or MismatchKind.Broadcast or MismatchKind.SameRank when LossTargets.IsLoss(call) => ShapeDescriptors.Target,
        MismatchKind.ListElement or MismatchKind.EmptyList => ShapeDescriptors.List,
        MismatchKind.NoDimensions when mismatch.Found.Element >= 0 => ShapeDescriptors.List,
        MismatchKind.Broadcast => ShapeDescriptors.Broadcast,
        MismatchKind.ElementCount or MismatchKind.InferredTwice => ShapeDescriptors.ElementCount,
        MismatchKind.NegativeSize when call.Signature.Name is "reshape" or "view" => ShapeDescriptors.ElementCount,
        MismatchKind.ArgumentOutOfRange => ShapeDescriptors.OutOfRange,
        MismatchKind.ArgumentLength or MismatchKind.AtRun when call.Signature.Name == "index" => ShapeDescriptors.OutOfRange,
        MismatchKind.AtRun when call.Method.Name.EndsWith("InPlace", StringComparison.Ordinal) || call.Signature.Name == "copy_" => ShapeDescriptors.Broadcast,
        MismatchKind.AtRun when call.Signature.Name == "unpack" => ShapeDescriptors.Dimensions,
        MismatchKind.DuplicateDimension => ShapeDescriptors.Dimensions,
        MismatchKind.ArgumentLength when mismatch.Name?.IndexOf("dim", StringComparison.OrdinalIgnoreCase) >= 0 => ShapeDescriptors.Dimensions,
        _ => ShapeDescriptors.Operator,
    };
}
