using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DslTensors.Analyzers.Flow;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Analyzers.Shapes;

/// <summary>DSLT2008, DSLT2009 and DSLT2010: what users state with [Shape] and Expect against what comes.</summary>
internal sealed class StatedShapeRule : FlowRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [ShapeDescriptors.Argument, ShapeDescriptors.Returned, ShapeDescriptors.Expected];

    public override void OnCall(CallEvent call, FlowReport report)
    {
        if (call.Shapes is not { Signature.IsOperator: false, Layer: null, Result.Mismatch: { } mismatch } shapes || LayerRule.IsLayer(shapes, call) || LossTargets.IsLoss(shapes))
            return;
        ShapeReport.Send(call.Method.Name == "Expect" ? ShapeDescriptors.Expected : ShapeDescriptors.Argument, shapes, mismatch, report);
    }

    public override void OnReturn(ReturnEvent returned, FlowReport report)
    {
        if (returned.Value is not TensorFlow { Shape: { IsUnknown: false } actual } value || StatedResult(returned) is not var (text, stated))
            return;
        if (Difference(stated, actual) is not { } difference)
            return;
        report.At(
            ShapeDescriptors.Returned,
            returned.Operation.Syntax,
            [value.Origin],
            null,
            $"The result {actual} differs from [return: Shape(\"{text}\")] of '{returned.Function.Name}': {difference}. Change the code or the attribute");
    }

    /// <summary>What the method states of its result, with the names as the method's parameters bind them.</summary>
    private static (string Text, SymbolicShape Shape)? StatedResult(ReturnEvent returned) =>
        returned.Stated is { } stated ? (stated.Text, stated.Shape) : null;

    private static string? Difference(SymbolicShape stated, SymbolicShape actual)
    {
        if (stated.HasRank && actual.HasRank && stated.Rank != actual.Rank)
            return $"it has {actual.Rank} dimensions, where {stated.Rank} are stated";

        var (left, right) = (Known(stated), Known(actual));
        for (var fromEnd = 1; fromEnd <= left.Count && fromEnd <= right.Count; fromEnd++)
        {
            var (expected, found) = (left[left.Count - fromEnd], right[right.Count - fromEnd]);
            if (expected.ConflictsWith(found))
                return $"dimension {(actual.HasRank ? $"{actual.Rank - fromEnd}" : $"^{fromEnd}")} is {found}, where {expected} is stated";
        }

        return null;
    }

    private static IReadOnlyList<SymbolicSize> Known(SymbolicShape shape) => shape.HasRank ? shape.Dims : shape.Tail;
}
