using System.Collections.Immutable;
using System.Threading;
using DslTensors.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Shapes;

/// <summary>DSLT2900: shows the shape of each tensor expression. Off by default.</summary>
internal sealed class InferredShapeRule : FlowRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [ShapeDescriptors.Inferred];

    public override bool IsOn(Compilation compilation, SyntaxTree tree, CancellationToken cancellation)
    {
        var id = ShapeDescriptors.Inferred.Id;
        var isSet = compilation.Options.SpecificDiagnosticOptions.TryGetValue(id, out var severity)
            || (compilation.Options.SyntaxTreeOptionsProvider is { } provider
                && (provider.TryGetDiagnosticValue(tree, id, cancellation, out severity) || provider.TryGetGlobalDiagnosticValue(id, cancellation, out severity)));
        return isSet && severity is not (ReportDiagnostic.Suppress or ReportDiagnostic.Default);
    }

    public override void OnCall(CallEvent call, FlowReport report)
    {
        if (call.Result is TensorFlow { Shape: { IsUnknown: false } shape } && call.Shapes?.Layer is null)
            report.At(ShapeDescriptors.Inferred, call.Operation.Syntax, $"{shape}");
    }

    public override void OnRead(ReadEvent read, FlowReport report)
    {
        if (read.Result is TensorFlow { Shape: { IsUnknown: false } shape })
            report.At(ShapeDescriptors.Inferred, read.Operation.Syntax, $"{shape}");
    }
}
