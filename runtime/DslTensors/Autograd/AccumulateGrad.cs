namespace DslTensors;

/// <summary>The end of a walk: adds what arrives to <see cref="Tensor{T}.Grad"/> of a leaf.</summary>
internal sealed class AccumulateGrad<T>(Tensor<T> leaf) : Node<T>(leaf.Layout, long.MaxValue)
    where T : unmanaged
{
    private Action<Tensor<T>>? _afterwards;

    public override string Name => "AccumulateGrad";

    public override int EdgeCount => 0;

    internal override Tensor Leaf => leaf;

    public override Node? Edge(int index) => null;

    public HookHandle AddAfterwards(Action<Tensor<T>> hook)
    {
        lock (this)
            _afterwards += hook;
        return new HookHandle(() =>
        {
            lock (this)
                _afterwards -= hook;
        });
    }

    protected override void Backward(Tensor<T> grad, BackwardPass pass)
    {
        // The first gradient needs no lock: only one thread can exchange nothing for something.
        if (leaf.Grad is not null || !leaf.TryStartGrad(!grad.Storage.IsShared && grad.IsContiguous ? grad : grad.Clone()))
        {
            lock (this)
                leaf.Grad = leaf.Grad is { } sum ? GradientSum.Add(sum, grad, mayReuse: false, intoFirst: !pass.CreatesGraph) : grad.Clone();
        }

        _afterwards?.Invoke(leaf);
    }
}
