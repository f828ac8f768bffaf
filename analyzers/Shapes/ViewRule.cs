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
        if (call.Shapes is not { Inputs: [{ Tensors: [{ } tensor] }, ..] } shapes || !IsAbout(shapes))
            return;

        var name = (shapes.Operation.Syntax as InvocationExpressionSyntax)?.Expression is MemberAccessExpressionSyntax { Name: { } written } ? written : null;
        report.At(
            ShapeDescriptors.View,
            shapes.Operation.Syntax,
            [tensor.Origin],
            name is null ? null : SuggestedFix.Replacing("", name, "Reshape").Properties,
            $"{shapes.Result.Mismatch!.Sentence} {shapes.Name}: {shapes.Result.Mismatch.Word}. {shapes.Result.Mismatch.Name}");
    }

    /// <summary>Whether a call fails for the order of the elements.</summary>
    public static bool IsAbout(ShapedCall call) => call is { Signature.Name: "view", Result.Mismatch.Kind: MismatchKind.AtRun };
}
