namespace DslTensors;

public static partial class Autograd
{
    /// <summary>Computes gradients from several results at once, and adds them to <see cref="Tensor.Grad"/> of the leaves (PyTorch's <c>autograd.backward</c>).</summary>
    /// <param name="tensors">The results; what they share is walked once.</param>
    /// <param name="gradients">The gradient of the outcome by each of them; none at all, or <see langword="null"/> for single elements, where it is 1.</param>
    /// <param name="retainGraph">Keep what was saved, so that backward can run once more. By default as <paramref name="createGraph"/>.</param>
    /// <param name="createGraph">Record the computation of the gradients, for higher derivatives.</param>
    /// <param name="inputs">Only these tensors receive gradients, and only what leads to them is computed; by default all leaves.</param>
    /// <exception cref="AutogradException">A result has no graph, or it was released, or a saved value was changed, or a gradient is missing.</exception>
    public static void Backward(
        ReadOnlySpan<Tensor> tensors, ReadOnlySpan<Tensor?> gradients = default, bool? retainGraph = null, bool createGraph = false, Tensor[]? inputs = null)
    {
        if (inputs is { Length: 0 })
            throw new AutogradException("'inputs' argument to backward() cannot be empty. Leave it out for the gradients of all leaves.");
        var roots = new Roots(tensors, gradients);
        AskedGradients? asked = null;
        if (inputs is not null)
        {
            foreach (var input in inputs)
            {
                EdgeOf(input);
                input.RetainGrad();
            }

            asked = new AskedGradients(Array.ConvertAll(inputs, EdgeOf), accumulates: true);
        }

        roots.Run(retainGraph ?? createGraph, createGraph, asked);
    }

    private static Node EdgeOf(Tensor input) => input.GradEdge ?? throw new AutogradException(
        $"One of the differentiated Tensors does not require grad: one of shape {input.Shape}. Set RequiresGrad = true before it is used.");
}
