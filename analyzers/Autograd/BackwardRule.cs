using System.Collections.Immutable;
using System.Linq;
using DslTensors.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DslTensors.Analyzers.Autograd;

/// <summary>DSLT3005 and DSLT3006: backward on what has no graph, and on more than one element without a gradient.</summary>
internal sealed class BackwardRule : FlowRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [AutogradDescriptors.NoGraph, AutogradDescriptors.NonScalar];

    public override void OnCall(CallEvent call, FlowReport report)
    {
        if (BackwardCall.Of(call) is not { } backward)
            return;
        CheckInputs(call, report);
        var text = backward.Written.Syntax.ToString();
        if (TensorFacts.Of(call.State, backward.Root) is { Grad: GradState.None } fact)
        {
            report.At(
                AutogradDescriptors.NoGraph,
                call.Operation.Syntax,
                [fact.ReasonAt?.Node],
                null,
                $"element 0 of tensors does not require grad and does not have a grad_fn. '{text}' {Why(fact)}");
        }
        else if (!backward.HasGradient && backward.Root is TensorFlow { Shape: var shape } tensor && ((shape.HasRank && shape.Dims.Any(size => size.Number is > 1)) || IsForEachElement(call.State, tensor)))
        {
            var has = shape.HasRank ? $"has the shape {shape}" : "holds one loss for each element";
            report.At(
                AutogradDescriptors.NonScalar,
                call.Operation.Syntax,
                [tensor.Origin],
                call.Method.Name == "Backward" && (call.Operation.Syntax as InvocationExpressionSyntax)?.Expression is MemberAccessExpressionSyntax { Expression: { } receiver }
                    ? SuggestedChange.Replacing(new TextSpan(receiver.Span.End, 0), ".Sum()", "Reduce it: Sum()")
                    : null,
                $"grad can be implicitly created only for scalar outputs. '{text}' {has}. Reduce it first, with Mean() or Sum(), or give Backward a gradient of that shape");
        }
    }

    /// <summary>A loss that is asked for every element, of a batch of which nothing says that it is a single one.</summary>
    private static bool IsForEachElement(FlowState state, FlowValue root) => root is TensorFlow { Shape.HasRank: false, Origin: InvocationExpressionSyntax call }
        && TensorFacts.Of(state, root) is { Operator: { } name, Grad: GradState.Required } && LayerGradients.IsLoss(name)
        && call.ArgumentList.Arguments.Any(argument => argument is { NameColon.Name.Identifier.ValueText: "reduction", Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "None" } });

    /// <summary>Autograd.Grad of tensors that do not require gradients.</summary>
    private static void CheckInputs(CallEvent call, FlowReport report)
    {
        if (call.Method.Name != "Grad")
            return;
        foreach (var (name, operation, value) in TensorFacts.Inputs(call))
        {
            if (name is not ("inputs" or "input") || operation is null || TensorFacts.Of(call.State, value) is not { Grad: GradState.None, Reason: NoGraph.NothingRequires or NoGraph.Integers } fact)
                continue;
            report.At(
                AutogradDescriptors.NoGraph,
                call.Operation.Syntax,
                [fact.ReasonAt?.Node],
                null,
                $"One of the differentiated Tensors does not require grad. '{operation.Syntax}' {Why(fact)}");
            return;
        }
    }

    private static string Why(TensorFact fact)
    {
        var line = fact.ReasonAt is { } at ? $" on line {LineOf.Node(at.Node)}" : "";
        return fact.Reason switch
        {
            NoGraph.Detached => $"was cut from its graph by Detach() or Data{line}. Use the tensor itself",
            NoGraph.NoGrad => $"was computed inside the scope that opens{line}, where nothing is recorded. Compute it outside of it",
            NoGraph.Integers => $"comes from integers or truth values{line}, which have no gradient. Compute the loss from the scores",
            NoGraph.Gradient => $"comes from Autograd.Grad{line}, whose results have no graph. Pass createGraph: true",
            _ => "was computed from tensors that do not require gradients. Set RequiresGrad = true on those that are to be trained, before they are used",
        };
    }
}
