using System.Collections.Immutable;
using DslTensors.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace DslTensors.Analyzers.Training;

/// <summary>DSLT4021: the tensor that an operator writes its result into is given by its place among the arguments.</summary>
internal sealed class DestinationRule : FlowRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [TrainingDescriptors.Destination];

    public override void OnCall(CallEvent call, FlowReport report)
    {
        if (call.Operation is not IInvocationOperation invocation || GradientMetadata.Of(call.Method) is not { Name: var name })
            return;
        foreach (var argument in invocation.Arguments)
        {
            if (argument is not { ArgumentKind: ArgumentKind.Explicit, Parameter: { Name: "destination" } parameter, Syntax: ArgumentSyntax { NameColon: null } written }
                || !TensorFacts.IsTensor(parameter.Type) || argument.Value.ConstantValue is { HasValue: true, Value: null })
                continue;
            report.At(
                TrainingDescriptors.Destination,
                written,
                null,
                SuggestedChange.Replacing(new TextSpan(written.SpanStart, 0), "destination: ", "Name it: destination"),
                $"'{written}' is no input of {name}: the result is written into it. If that is meant, write 'destination: {written}'; PyTorch takes it by name only, as out=");
        }
    }
}
