namespace DslTensors.Analyzers.Flow;

/// <summary>Hears what happens in a method.</summary>
internal interface IFlowListener
{
    /// <summary>Once for each event, when the values are settled.</summary>
    void On(FlowEvent happening);

    /// <summary>In every pass: the state after an event.</summary>
    FlowState Follow(FlowEvent happening, FlowState state);
}
