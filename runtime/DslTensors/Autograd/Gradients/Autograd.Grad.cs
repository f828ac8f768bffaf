namespace DslTensors;

public static partial class Autograd
{
    /// <summary>
    /// The gradient of a result by one tensor (PyTorch's <c>autograd.grad</c>). Only what leads from one to the other is computed, and no
    /// <see cref="Tensor.Grad"/> changes.
    /// </summary>
    /// <param name="output">The result.</param>
    /// <param name="input">The tensor: a leaf, or one on the way.</param>
    /// <param name="gradOutput">The gradient of the outcome by the result; may be left out for a single element, where it is 1.</param>
    /// <param name="retainGraph">Keep what was saved, so that the graph can be walked once more. By default as <paramref name="createGraph"/>.</param>
    /// <param name="createGraph">Record the computation of the gradients, for higher derivatives.</param>
    /// <returns>The gradient.</returns>
    /// <exception cref="AutogradException">There is no graph, or it was released, or a saved value was changed, or the tensor was not used.</exception>
    public static Tensor<T> Grad<T>(Tensor output, Tensor<T> input, Tensor? gradOutput = null, bool? retainGraph = null, bool createGraph = false)
        where T : unmanaged => Gradients([output], [input], [gradOutput], retainGraph, createGraph, allowUnused: false)[0]!.As<T>();

    /// <summary>The gradients of a result by several tensors.</summary>
    /// <param name="output">The result.</param>
    /// <param name="inputs">The tensors: leaves, or ones on the way.</param>
    /// <param name="gradOutput">The gradient of the outcome by the result; may be left out for a single element, where it is 1.</param>
    /// <param name="retainGraph">Keep what was saved, so that the graph can be walked once more. By default as <paramref name="createGraph"/>.</param>
    /// <param name="createGraph">Record the computation of the gradients, for higher derivatives.</param>
    /// <returns>The gradient by each tensor.</returns>
    /// <exception cref="AutogradException">There is no graph, or it was released, or a saved value was changed, or a tensor was not used.</exception>
    public static Tensor<T>[] Grad<T>(Tensor output, ReadOnlySpan<Tensor<T>> inputs, Tensor? gradOutput = null, bool? retainGraph = null, bool createGraph = false)
        where T : unmanaged => Typed<T>(Gradients([output], Untyped(inputs), [gradOutput], retainGraph, createGraph, allowUnused: false))!;

    /// <summary>The gradients of a result by several tensors, some of which it may not depend on.</summary>
    /// <param name="output">The result.</param>
    /// <param name="inputs">The tensors: leaves, or ones on the way.</param>
    /// <param name="allowUnused">Whether a tensor that no result depends on has the gradient <see langword="null"/>, instead of being an error.</param>
    /// <param name="gradOutput">The gradient of the outcome by the result; may be left out for a single element, where it is 1.</param>
    /// <param name="retainGraph">Keep what was saved, so that the graph can be walked once more. By default as <paramref name="createGraph"/>.</param>
    /// <param name="createGraph">Record the computation of the gradients, for higher derivatives.</param>
    /// <returns>The gradient by each tensor.</returns>
    /// <exception cref="AutogradException">There is no graph, or it was released, or a saved value was changed, or a tensor was not used.</exception>
    public static Tensor<T>?[] Grad<T>(Tensor output, ReadOnlySpan<Tensor<T>> inputs, bool allowUnused, Tensor? gradOutput = null, bool? retainGraph = null, bool createGraph = false)
        where T : unmanaged => Typed<T>(Gradients([output], Untyped(inputs), [gradOutput], retainGraph, createGraph, allowUnused));

    /// <summary>
    /// The gradients of the sum of several results by several tensors (PyTorch's <c>autograd.grad</c>). Only what leads from one to the
    /// other is computed, and no <see cref="Tensor.Grad"/> changes.
    /// </summary>
    /// <param name="outputs">The results.</param>
    /// <param name="inputs">The tensors: leaves, or ones on the way.</param>
    /// <param name="gradOutputs">The gradient of the outcome by each result; none at all, or <see langword="null"/> for single elements, where it is 1.</param>
    /// <param name="retainGraph">Keep what was saved, so that the graph can be walked once more. By default as <paramref name="createGraph"/>.</param>
    /// <param name="createGraph">Record the computation of the gradients, for higher derivatives.</param>
    /// <returns>The gradient by each tensor.</returns>
    /// <exception cref="AutogradException">There is no graph, or it was released, or a saved value was changed, or a tensor was not used.</exception>
    public static Tensor<T>[] Grad<T>(
        ReadOnlySpan<Tensor> outputs, ReadOnlySpan<Tensor<T>> inputs, ReadOnlySpan<Tensor?> gradOutputs = default, bool? retainGraph = null, bool createGraph = false)
        where T : unmanaged => Typed<T>(Gradients(outputs, Untyped(inputs), gradOutputs, retainGraph, createGraph, allowUnused: false))!;

    /// <summary>The gradients of the sum of several results by several tensors, some of which they may not depend on.</summary>
    /// <param name="outputs">The results.</param>
    /// <param name="inputs">The tensors: leaves, or ones on the way.</param>
    /// <param name="allowUnused">Whether a tensor that no result depends on has the gradient <see langword="null"/>, instead of being an error.</param>
    /// <param name="gradOutputs">The gradient of the outcome by each result; none at all, or <see langword="null"/> for single elements, where it is 1.</param>
    /// <param name="retainGraph">Keep what was saved, so that the graph can be walked once more. By default as <paramref name="createGraph"/>.</param>
    /// <param name="createGraph">Record the computation of the gradients, for higher derivatives.</param>
    /// <returns>The gradient by each tensor.</returns>
    /// <exception cref="AutogradException">There is no graph, or it was released, or a saved value was changed, or a tensor was not used.</exception>
    public static Tensor<T>?[] Grad<T>(
        ReadOnlySpan<Tensor> outputs, ReadOnlySpan<Tensor<T>> inputs, bool allowUnused, ReadOnlySpan<Tensor?> gradOutputs = default, bool? retainGraph = null, bool createGraph = false)
        where T : unmanaged => Typed<T>(Gradients(outputs, Untyped(inputs), gradOutputs, retainGraph, createGraph, allowUnused));

    /// <summary>The gradients by tensors of any element types, e.g. <c>[.. model.Parameters()]</c>.</summary>
    /// <param name="outputs">The results.</param>
    /// <param name="inputs">The tensors: leaves, or ones on the way.</param>
    /// <param name="allowUnused">Whether a tensor that no result depends on has the gradient <see langword="null"/>, instead of being an error.</param>
    /// <param name="gradOutputs">The gradient of the outcome by each result; none at all, or <see langword="null"/> for single elements, where it is 1.</param>
    /// <param name="retainGraph">Keep what was saved, so that the graph can be walked once more. By default as <paramref name="createGraph"/>.</param>
    /// <param name="createGraph">Record the computation of the gradients, for higher derivatives.</param>
    /// <returns>The gradient by each tensor.</returns>
    /// <exception cref="AutogradException">There is no graph, or it was released, or a saved value was changed, or a tensor was not used.</exception>
    public static Tensor?[] Grad(
        ReadOnlySpan<Tensor> outputs, ReadOnlySpan<Tensor> inputs, bool allowUnused = false, ReadOnlySpan<Tensor?> gradOutputs = default, bool? retainGraph = null, bool createGraph = false) =>
        Gradients(outputs, inputs, gradOutputs, retainGraph, createGraph, allowUnused);

    private static Tensor?[] Gradients(
        ReadOnlySpan<Tensor> outputs, ReadOnlySpan<Tensor> inputs, ReadOnlySpan<Tensor?> gradOutputs, bool? retainGraph, bool createGraph, bool allowUnused)
    {
        var roots = new Roots(outputs, gradOutputs);
        var edges = new Node[inputs.Length];
        for (var i = 0; i < edges.Length; i++)
            edges[i] = EdgeOf(inputs[i]);
        var asked = new AskedGradients(edges, accumulates: false);
        roots.Run(retainGraph ?? createGraph, createGraph, asked);
        var gradients = Array.ConvertAll(edges, edge => asked[edge]);
        if (!allowUnused && Array.IndexOf(gradients, null) is >= 0 and var unused)
        {
            throw new AutogradException(
                "One of the differentiated Tensors appears to not have been used in the graph. Set allowUnused: true if this is the desired behavior. " +
                $"It is input {unused}, of shape {inputs[unused].Shape}.");
        }

        return gradients;
    }

    private static Tensor[] Untyped<T>(ReadOnlySpan<Tensor<T>> tensors)
        where T : unmanaged => [.. tensors];

    private static Tensor<T>?[] Typed<T>(Tensor?[] tensors)
        where T : unmanaged => Array.ConvertAll(tensors, tensor => (Tensor<T>?)tensor);
}
