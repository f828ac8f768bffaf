namespace DslTensors;

/// <summary>The end of a walk: adds what arrives to <see cref="Tensor{T}.Grad"/> of a leaf.</summary>
internal sealed class AccumulateGrad<T>(Tensor<T> leaf) : Node<T>(leaf.Layout)
    where T : unmanaged
{
    public override string Name => "AccumulateGrad";

    public override int EdgeCount => 0;

    internal override StridedLayout OutputLayout => leaf.Layout;

    public override Node? Edge(int index) => null;

    protected override void Backward(Tensor<T> grad, BackwardPass pass)
    {
        lock (this)
        {
            if (leaf.Grad is { } sum)
                leaf.Grad = GradientSum.Add(sum, grad, mayReuse: false, intoFirst: !pass.CreatesGraph);
            else
                leaf.Grad = !grad.Storage.IsShared && grad.IsContiguous ? grad : grad.Clone();
        }
    }
}
