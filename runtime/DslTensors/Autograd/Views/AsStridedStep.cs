using DslTensors.Operators;

namespace DslTensors;

/// <summary>The history of a view whose tensor was written after it was taken: it is a part of what the tensor is now.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="layout">The layout of the view.</param>
/// <param name="geometry">Where it lies in the tensor.</param>
/// <param name="whole">The tensor's history.</param>
internal sealed class AsStridedStep<T>(StridedLayout layout, ViewGeometry geometry, Node? whole) : Node<T>(layout)
    where T : unmanaged
{
    public override string Name => "AsStridedBackward0";

    public override int EdgeCount => 1;

    public override Node? Edge(int index) => whole;

    protected override void Backward(Tensor<T> grad, BackwardPass pass) =>
        pass.Send(whole, StridedPartInZeros.Apply(Unbroadcast.To(grad, geometry.Part), geometry, null));
}
