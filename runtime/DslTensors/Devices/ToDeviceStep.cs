namespace DslTensors;

/// <summary>A copy on another device: its gradient comes back to the device of the original.</summary>
internal sealed class ToDeviceStep<T>(StridedLayout layout, Node? edge, Device origin) : Node<T>(layout)
    where T : unmanaged
{
    public override string Name => "ToCopyBackward0";

    public override int EdgeCount => 1;

    public override Node? Edge(int index) => edge;

    protected override void Backward(Tensor<T> grad, BackwardPass pass) => pass.Send(edge, grad.To(origin));
}
