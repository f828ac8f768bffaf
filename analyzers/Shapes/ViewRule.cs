using System.Collections.Immutable;
using System.Linq;
using DslTensors.Analyzers.Flow;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslTensors.Analyzers.Shapes;

/// <summary>DSLT2007: View of a tensor whose dimensions were exchanged, where the new sizes would have to join some of them.</summary>
internal sealed class ViewRule : FlowRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [ShapeDescriptors.View];

    public override void OnCall(CallEvent call, FlowReport report)
    {
        if (call.Shapes is not { Signature.Name: "view", Result: { Mismatch: null, Outputs: [{ HasRank: true } target] }, Inputs: [{ Tensors: [{ } tensor] }, ..] } shapes)
            return;
        if (tensor.Order.Count > 0 ? ViewStrides.Fit(tensor.Shape, tensor.Order, target) : !Fails(tensor, target))
            return;

        var name = (shapes.Operation.Syntax as InvocationExpressionSyntax)?.Expression is MemberAccessExpressionSyntax { Name: { } written } ? written : null;
        report.At(
            ShapeDescriptors.View,
            shapes.Operation.Syntax,
            [tensor.Origin],
            name is null ? null : SuggestedFix.Replacing("", name, "Reshape").Properties,
            "view size is not compatible with input tensor's size and stride (at least one dimension spans across two contiguous subspaces). Use .reshape(...) instead. "
            + $"view: the elements of '{tensor.Text}' {tensor.Shape} do not lie in the order of its dimensions. Use Reshape, which copies where it must");
    }

    // Where only that they are out of order is known. More dimensions may only split some, which a view can do in any order.
    private static bool Fails(GivenTensor tensor, SymbolicShape target) => tensor.IsContiguous == false
        && target.Rank < tensor.Shape.Rank && target.Dims.All(size => size.Number is > 1) && tensor.Shape.Dims.All(size => size.Number is > 1) && Joins(tensor.Shape, target);

    /// <summary>Whether one dimension of two is all that is left, so that dimensions out of order have to be joined.</summary>
    private static bool Joins(SymbolicShape shape, SymbolicShape target) => target.Rank == 1 || shape.Rank == 2;
}
