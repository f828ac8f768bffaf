namespace DslTensors;

public abstract partial class Tensor
{
    /// <summary>Computes the gradients of all leaves that this tensor was made from, and adds them to their <see cref="Grad"/>.</summary>
    /// <param name="gradient">The gradient of the outcome by this tensor; may be left out for a single element, where it is 1.</param>
    /// <param name="retainGraph">Keep what was saved, so that backward can run once more. By default as <paramref name="createGraph"/>.</param>
    /// <param name="createGraph">Record the computation of the gradients, for higher derivatives.</param>
    /// <param name="inputs">Only these tensors receive gradients, and only what leads to them is computed; by default all leaves.</param>
    /// <exception cref="AutogradException">There is no graph, or it was released, or a saved value was changed, or the tensor is no scalar.</exception>
    public void Backward(Tensor? gradient = null, bool? retainGraph = null, bool createGraph = false, Tensor[]? inputs = null)
    {
        if (inputs is null)
        {
            var root = Roots.NodeOf(this, 0);
            BackwardPass.Run(root, Roots.GradientOf(this, gradient, 0), retainGraph ?? createGraph, createGraph);
        }
        else
        {
            Autograd.Backward([this], [gradient], retainGraph, createGraph, inputs);
        }

        GC.KeepAlive(this);
    }

    internal abstract Tensor OneLike();
}
