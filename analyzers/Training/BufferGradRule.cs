using System.Collections.Immutable;
using System.Linq;
using DslTensors.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Analyzers.Training;

/// <summary>DSLT4004: RequiresGrad is set on a buffer, or a tensor that requires gradients is registered as one.</summary>
internal sealed class BufferGradRule : FlowRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [TrainingDescriptors.Buffer];

    public override void OnAssignment(AssignmentEvent assignment, FlowReport report)
    {
        if (assignment is not { Value: BoolFlow { Value: true } } || TensorFacts.Unconverted(assignment.Target) is not IPropertyReferenceOperation { Property: { Name: "RequiresGrad" } flag, Instance: { } tensor } || !TensorFacts.IsTensor(flag.ContainingType))
            return;
        if (TensorFacts.Unconverted(tensor) is IPropertyReferenceOperation { Property: var property } && property.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "BufferAttribute", ContainingNamespace.Name: "DslTensors" }))
            Report(assignment.Operation.Syntax, $"'{property.Name}' is a [Buffer]", report);
    }

    public override void OnCall(CallEvent call, FlowReport report)
    {
        if (call.Method is { Name: "RegisterBuffer", ContainingNamespace.Name: "DslTensors" } && call["tensor"] is { } tensor && TensorFacts.Of(call.State, tensor) is { Grad: GradState.Required, IsLeaf: true })
            Report(call.Operation.Syntax, "The tensor requires gradients, and a buffer", report);
    }

    private static void Report(SyntaxNode place, string subject, FlowReport report) => report.At(
        TrainingDescriptors.Buffer,
        place,
        null,
        null,
        $"{subject} {(subject.EndsWith("buffer", System.StringComparison.Ordinal) ? "is" : "and")} not among Parameters(): its gradient is computed, and no optimizer uses it. Declare it as a [Parameter], or leave RequiresGrad false");
}
