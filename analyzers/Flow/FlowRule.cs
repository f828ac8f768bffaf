using System;
using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Flow;

/// <summary>A rule that reads what the one flow analysis of a method finds. A new rule is a class and a line in <see cref="TensorFlowAnalyzer"/>.</summary>
internal abstract class FlowRule
{
    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>Called once for every call of a method whose shapes are stated, with what is certain there.</summary>
    public abstract void OnCall(ShapedCall call, Action<Diagnostic> report);
}
