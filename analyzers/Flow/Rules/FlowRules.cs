using System.Collections.Immutable;
using DslTensors.Analyzers.Shapes;

namespace DslTensors.Analyzers.Flow;

/// <summary>All rules that read the flow analysis; the order is that of the reports at one place.</summary>
internal static class FlowRules
{
    public static ImmutableArray<FlowRule> All { get; } =
    [
        new OperatorShapeRule(),
        new StatedShapeRule(),
        new LayerRule(),
        new InnerFailureRule(),
        new ViewRule(),
        new SqueezeRule(),
        new PairingRule(),
        new ClassIndexRule(),
        new InferredShapeRule(),
    ];
}
