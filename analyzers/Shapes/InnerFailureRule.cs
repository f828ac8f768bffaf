using System.Collections.Immutable;
using System.Linq;
using DslTensors.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Shapes;

/// <summary>DSLT2016: a method of the compilation is called with shapes for which a call inside it fails; for others it may work.</summary>
internal sealed class InnerFailureRule : FlowRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [ShapeDescriptors.Inside];

    public override void OnCall(CallEvent call, FlowReport report)
    {
        if (call.InnerFailures is not [{ Result.Mismatch: { } mismatch } inner, ..])
            return;

        var places = new MismatchPlaces(inner, mismatch);
        var line = inner.Operation.Syntax.GetLocation().GetLineSpan();
        var inside = ShapeReport.Message(inner, mismatch, places, "").TrimEnd(' ', '.');
        var given = string.Join(", ", call.Arguments.Where(item => item.Value is TensorFlow).Select(item => $"{((TensorFlow)item.Value).Shape}"));
        report.At(
            ShapeDescriptors.Inside,
            call.Operation.Syntax,
            [inner.Operation.Syntax, .. call.Arguments.Select(item => (item.Value as TensorFlow)?.Origin)],
            null,
            $"{inside} (line {line.StartLinePosition.Line + 1}, in '{call.Method.Name}' with {given}). {(call.Witness is var (name, value) ? $"It fails unless {name} = {value}. " : "")}Give it other sizes, or change the line");
    }
}
