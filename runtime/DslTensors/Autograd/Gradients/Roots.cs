namespace DslTensors;

/// <summary>The results that a backward pass starts from, each with its gradient.</summary>
internal readonly struct Roots
{
    private readonly Node[] _nodes;
    private readonly Tensor[] _gradients;

    /// <summary>Checks the results and completes the gradients.</summary>
    /// <param name="outputs">The results.</param>
    /// <param name="gradients">Their gradients; none at all, or <see langword="null"/> for single elements, where they are 1.</param>
    /// <exception cref="AutogradException">A result has no graph, or a gradient is missing or of another shape.</exception>
    public Roots(ReadOnlySpan<Tensor> outputs, ReadOnlySpan<Tensor?> gradients)
    {
        if (outputs.Length == 0)
            throw new AutogradException("grad requires non-empty inputs. Give at least one result to start from.");
        if (gradients.Length != 0 && gradients.Length != outputs.Length)
            throw new AutogradException($"got {outputs.Length} tensors and {gradients.Length} gradients. Give one gradient for each tensor, null for scalars, or none at all.");
        _nodes = new Node[outputs.Length];
        _gradients = new Tensor[outputs.Length];
        for (var i = 0; i < outputs.Length; i++)
        {
            _nodes[i] = NodeOf(outputs[i], i);
            _gradients[i] = GradientOf(outputs[i], gradients.Length == 0 ? null : gradients[i], i);
        }
    }

    /// <summary>Where the gradient of a result goes in.</summary>
    public static Node NodeOf(Tensor output, int index) => output.GradEdge ?? throw new AutogradException(
        $"element {index} of tensors does not require grad and does not have a grad_fn. " +
        "Backward needs a result computed from tensors with RequiresGrad = true, outside NoGrad and not through Detach().");

    /// <summary>The gradient of a result, as the user gave it or 1.</summary>
    public static Tensor GradientOf(Tensor output, Tensor? gradient, int index)
    {
        if (gradient is null)
        {
            return output.Layout.Count == 1 ? output.OneLike() : throw new AutogradException(
                $"grad can be implicitly created only for scalar outputs, and the shape is {output.Shape}. Reduce it first, e.g. with Sum(), or pass a gradient of that shape.");
        }

        if (!gradient.Layout.SameSizes(output.Layout))
            throw new AutogradException($"Mismatch in shape: grad_output[{index}] has a shape of {gradient.Shape} and output[{index}] has a shape of {output.Shape}. They must be equal.");
        gradient.UntypedStorage.IsShared = true;
        return gradient;
    }

    /// <summary>Walks the graph.</summary>
    public void Run(bool retainGraph, bool createGraph, AskedGradients? asked) => BackwardPass.Run(_nodes, _gradients, retainGraph, createGraph, asked);
}
