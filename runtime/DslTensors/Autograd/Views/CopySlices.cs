using DslTensors.Operators;

namespace DslTensors;

/// <summary>
/// The history of a tensor after a recorded write to a view of it: the gradient of the written part goes through the operator that wrote, the
/// rest to what the tensor was before.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="layout">The layout of the tensor.</param>
/// <param name="geometry">Where the view lies in it.</param>
/// <param name="before">The tensor's history before the write, if it had one.</param>
/// <param name="write">The step that made the written values.</param>
internal sealed class CopySlices<T>(StridedLayout layout, ViewGeometry geometry, Node? before, Node write) : Node<T>(layout)
    where T : unmanaged
{
    public override string Name => "CopySlices";

    public override int EdgeCount => 2;

    public override Node? Edge(int index) => index == 0 ? before : write;

    protected override void Backward(Tensor<T> grad, BackwardPass pass)
    {
        if (pass.Needs(write))
            pass.Send(write, StridedPart.Apply(grad, geometry, null));
        if (!pass.Needs(before))
            return;
        if (pass.CreatesGraph || grad.Storage.IsShared || !grad.IsContiguous || !ReferenceEquals(grad.Device, Device.Cpu))
            grad = OutsideStridedPart.Apply(grad, geometry, null);
        else
            OutsideStridedPart.Clear(grad, geometry);
        pass.Send(before, grad);
    }
}
