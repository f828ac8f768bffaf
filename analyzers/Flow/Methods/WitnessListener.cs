using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Flow;

/// <summary>Collects what has to be equal for one call to fit.</summary>
internal sealed class WitnessListener(SyntaxNode call) : IFlowListener
{
    public SizeEqualities Equalities { get; private set; } = SizeEqualities.None;

    public void On(FlowEvent happening)
    {
        if (happening is not CallEvent { Shapes: { Result: { Mismatch: null, Equalities: var equalities } } shapes } || shapes.Operation.Syntax != call)
            return;
        foreach (var equality in equalities)
            Equalities = Equalities.With(equality.Left, equality.Right, null);
    }

    public FlowState Follow(FlowEvent happening, FlowState state) => state;
}
