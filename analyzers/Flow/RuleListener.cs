using System.Collections.Immutable;

namespace DslTensors.Analyzers.Flow;

/// <summary>Hands the events of a method to every rule.</summary>
internal sealed class RuleListener(ImmutableArray<FlowRule> rules, FlowReport report) : IFlowListener
{
    public void On(FlowEvent happening)
    {
        foreach (var rule in rules)
        {
            switch (happening)
            {
                case CallEvent call:
                    rule.OnCall(call, report);
                    break;
                case CreationEvent creation:
                    rule.OnCreation(creation, report);
                    break;
                case AssignmentEvent assignment:
                    rule.OnAssignment(assignment, report);
                    break;
                case ReadEvent read:
                    rule.OnRead(read, report);
                    break;
                case ElementEvent element:
                    rule.OnElement(element, report);
                    break;
                case ReturnEvent returned:
                    rule.OnReturn(returned, report);
                    break;
                case EndEvent end:
                    rule.OnEnd(end, report);
                    break;
            }
        }
    }

    public FlowState Follow(FlowEvent happening, FlowState state)
    {
        foreach (var rule in rules)
            state = rule.Follow(happening, state);
        return state;
    }
}
