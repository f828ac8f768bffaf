namespace DslTensors.Analyzers.Flow;

/// <summary>For a look at values alone.</summary>
internal sealed class SilentListener : IFlowListener
{
    private SilentListener()
    {
    }

    public static SilentListener Instance { get; } = new();

    public void On(FlowEvent happening)
    {
    }

    public FlowState Follow(FlowEvent happening, FlowState state) => state;
}
