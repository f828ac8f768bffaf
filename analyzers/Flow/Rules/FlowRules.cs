using System.Collections.Immutable;
using DslTensors.Analyzers.Autograd;
using DslTensors.Analyzers.Shapes;
using DslTensors.Analyzers.Training;

namespace DslTensors.Analyzers.Flow;

/// <summary>All rules that read the flow analysis; the order is that of the reports at one place.</summary>
internal static class FlowRules
{
    public static ImmutableArray<FlowRule> All { get; } =
    [
        new GradientFacts(),
        new WeightFacts(),
        new OperatorShapeRule(),
        new StatedShapeRule(),
        new LayerRule(),
        new InnerFailureRule(),
        new ViewRule(),
        new ListIndexRule(),
        new SqueezeRule(),
        new PairingRule(),
        new HandwrittenPairingRule(),
        new ClassIndexRule(),
        new InferredShapeRule(),
        new SpoiledValueRule(),
        new LeafWriteRule(),
        new BackwardRule(),
        new SecondBackwardRule(),
        new CarriedListRule(),
        new PredictionRule(),
        new NonLeafRule(),
        new LeafUpdateRule(),
        new BufferGradRule(),
        new LayerInForwardRule(),
        new FrozenOptimizerRule(),
        new TrainingLoopRule(),
        new StepOrderRule(),
        new ModeRule(),
        new ScopeRule(),
        new AccumulatedLossRule(),
        new LossInputRule(),
        new SeedRule(),
        new DestinationRule(),
    ];
}
