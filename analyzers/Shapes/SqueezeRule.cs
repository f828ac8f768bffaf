using System.Collections.Immutable;
using System.Linq;
using DslTensors.Analyzers.Flow;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslTensors.Analyzers.Shapes;

/// <summary>DSLT2014: Squeeze() without a dimension, on a tensor whose first size is only a name and may be 1.</summary>
internal sealed class SqueezeRule : FlowRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [ShapeDescriptors.Squeeze];

    public override void OnCall(CallEvent call, FlowReport report)
    {
        if (call.Shapes is not { Signature.Name: "squeeze", Inputs: [{ Tensors: [{ Shape: { HasRank: true, Rank: > 1 } shape } tensor] }] } shapes)
            return;
        if (shapes.Arguments.TryGetValue("dim", out var dim) && dim is not (NullValue or SizesValue { Sizes.Count: 0 }))
            return;

        // The sizes that surely go, and the batch that goes when it is 1.
        var gone = Enumerable.Range(0, shape.Rank).Where(i => shape.Dims[i].Number == 1).ToList();
        if (shape.Dims[0].Number is not null || shape.Dims[0].Polynomial is null || gone is not [var only])
            return;

        var end = (shapes.Operation.Syntax as InvocationExpressionSyntax)?.ArgumentList;
        report.At(
            ShapeDescriptors.Squeeze,
            shapes.Operation.Syntax,
            [tensor.Origin],
            end is { Arguments.Count: 0 } ? SuggestedFix.Replacing("", end, $"({(only == shape.Rank - 1 ? -1 : only)})").Properties : null,
            $"'{tensor.Text}' {shape} loses its first dimension too when {shape.Dims[0]} is 1. Name the dimension: {tensor.Text}.Squeeze({(only == shape.Rank - 1 ? -1 : only)})");
    }
}
